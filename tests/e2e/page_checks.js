// What the tests ask of a page. Evaluates to an object with one function for each question.
(() => {
  const TARGETS = "a[href], button, input, select, summary";
  const FOCUSABLE = `${TARGETS}, textarea, [tabindex='0']`;
  // WCAG 2.5.8 leaves out links in a sentence.
  const IN_A_SENTENCE = "p a, dd a, li p a, .callout a, .help-text a, .skip-link";

  const usable = (element) =>
    element.checkVisibility() && element.type !== "hidden" && !element.disabled;

  // A box and its label are one target.
  const size = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
    return [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
  };

  // Of a group of radio buttons Tab comes by one.
  const tabStop = (element) => {
    if (element.type !== "radio") return true;
    const group = [...(element.form ?? document).querySelectorAll(`input[name="${element.name}"]`)];
    return element === (group.find((one) => one.checked) ?? group[0]);
  };

  return {
    scrollsSideways: () =>
      document.documentElement.scrollWidth > document.documentElement.clientWidth,

    smallTargets: () =>
      [...document.querySelectorAll(TARGETS)]
        .filter((element) => usable(element) && !element.matches(IN_A_SENTENCE))
        .filter((element) => Math.min(...size(element)) < 24)
        .map((element) => element.outerHTML.slice(0, 120)),

    tabStops: () =>
      [...document.querySelectorAll(FOCUSABLE)].filter((one) => usable(one) && tabStop(one)).length,

    // Where the focus is: what, its place in the page, whether one sees that, and what lies over it.
    focused: () => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      // WCAG 2.4.11: some of it must be in sight; a high field may go on below the window.
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const onTop = [0.1, 0.5, 0.9].map((part) =>
        document.elementFromPoint(box.x + box.width * part, box.y + box.height * part));
      return {
        what: element.outerHTML.slice(0, 120),
        place: [...document.querySelectorAll("*")].indexOf(element),
        seen: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
        covered: !onTop.some((top) => top && (element.contains(top) || top.contains(element))),
        outside: element === document.body,
      };
    },
  };
})()
