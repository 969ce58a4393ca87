"""The whole system on one page: only this file knows the order of stages.

collect → read → extract → resolve → link → check → weigh → warn → publish / serve

Coding takes one report at a time and lies in `coding.py`; everything after it
takes the claims of many reports and lies here.
"""

from hudna.coding import code_reports

__all__ = ["code_reports"]
