"""A number that says which form of a word it wants.

`"{number:# act is|# acts are} told of".format(number=Counted("1"))` gives "1 act is told of".
Two forms are one and more; four are one, two, three to ten and more, as Arabic counts; a fifth
is for hundreds and thousands and what exceeds them by one or two. The sign # stands for the
number itself, and what is no whole number takes the last form but that.
"""


class Counted(str):
    """What fills a slot of a sentence."""

    __slots__ = ()

    def __format__(self, forms: str) -> str:
        if not forms:
            return str(self)
        found = forms.split("|")
        return found[self._form(len(found))].replace("#", self)

    def _form(self, forms: int) -> int:
        if not self.isdecimal():
            return min(forms, 4) - 1
        number = int(self)
        if number == 1:
            return 0
        if forms == 2:
            return 1
        if number == 2:
            return 1
        rest = number % 100
        return 2 if 3 <= rest <= 10 else 4 if forms == 5 and rest <= 2 and number else 3
