"""Incidents and claims → the picture of a day: posture, movements, control, signals, channels.

Pure: the same evidence and the same knowledge give the same picture. Nothing here asks
an agreement; nothing is verified; each value names the claims it rests on.
"""

from hudna.picture.draw import draw
from hudna.picture.posture import posture_series as series
from hudna.picture.setting import Setting, Sight

__all__ = ["Setting", "Sight", "draw", "series"]
