"""How somebody works a page: with a mouse (or a finger), or with the keyboard alone."""

TABS = 200  # A page has fewer controls than this.
FOCUSED = "field => field === document.activeElement"
# Beyond a page's last control comes the browser's own bar, out of which a program's keys do not lead.
BEHIND = """field => document.activeElement !== document.body
    && (document.activeElement.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING) !== 0"""
# What shows that something has the focus; a box that is drawn beside its input shows it there.
SHOWN = """field => {
    const seen = of => { const style = getComputedStyle(of);
        return style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none'; };
    return seen(field) || (field.labels ? [...field.labels] : []).some(label => seen(label)
        || getComputedStyle(label, '::before').boxShadow !== 'none'
        || getComputedStyle(label, '::before').outlineStyle !== 'none');
}"""


class Mouse:
    """Presses and types where it likes."""

    def __init__(self, page):
        self.page = page

    def type(self, field, text):
        """Replaces what stands in a field."""
        field.fill(text)

    def choose(self, field):
        """Chooses a radio button, or ticks a box, by its label."""
        label = field.locator("xpath=following-sibling::label[1]")
        if not field.is_checked():
            (label if label.count() else field).click()
        assert field.is_checked(), "it is chosen"

    def untick(self, field):
        """Takes a tick away."""
        if field.is_checked():
            field.locator("xpath=following-sibling::label[1]").click()

    def select(self, field, value):
        """Chooses from a list by the option's value."""
        field.select_option(value)

    def press(self, target):
        """Presses a button or a link."""
        target.click()


class Keyboard:
    """Uses Tab, Space, Enter, the arrows, and letters."""

    def __init__(self, page):
        self.page = page

    def reach(self, target):
        """Moves the focus to a control, by Tab alone (with Shift back), and sees that it is shown there."""
        tab = "Shift+Tab" if target.evaluate(BEHIND) else "Tab"
        for _ in range(TABS):
            if target.evaluate(FOCUSED):
                break
            self.page.keyboard.press(tab)
        else:
            raise AssertionError(f"Tab does not lead to {target}")
        assert target.evaluate(SHOWN), f"the focus on {target} can be seen"

    def type(self, field, text):
        """Replaces what stands in a field."""
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, field):
        """Chooses with Space, or within radio buttons with the arrows."""
        if field.is_checked():
            return
        if field.get_attribute("type") == "radio":
            self._to_group(field)
            if not field.evaluate(FOCUSED):
                self._arrows(field)
            if not field.is_checked():
                self.page.keyboard.press("Space")
        else:
            self.reach(field)
            self.page.keyboard.press("Space")
        assert field.is_checked(), "it is chosen"

    def _to_group(self, field):
        name = field.get_attribute("name")
        for _ in range(TABS):
            if self.page.evaluate("document.activeElement.name") == name:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def _arrows(self, field):
        for _ in range(TABS):
            self.page.keyboard.press("ArrowDown")
            if field.evaluate(FOCUSED):
                return
        raise AssertionError(f"the arrows do not lead to {field}")

    def untick(self, field):
        """Takes a tick away."""
        if field.is_checked():
            self.reach(field)
            self.page.keyboard.press("Space")

    def select(self, field, value):
        """Chooses from a list by its first letters, as it has no other keys that all browsers know."""
        self.reach(field)
        words = field.evaluate("(field, value) => [...field.options].find(one => one.value === value).label", value)
        self.page.keyboard.type(words.split(" (")[0])  # "Urdu (اردو)"
        assert field.input_value() == value, f"{words} is chosen"

    def press(self, target):
        """Presses a button or follows a link."""
        self.reach(target)
        self.page.keyboard.press("Enter")
