// Says how much of the window the bar takes, so that what gets the focus is scrolled to where the bar does not cover it.

const bar = document.querySelector(".desk-bar");
const say = () => document.documentElement.style.setProperty("--desk-bar-height", `${bar.offsetHeight}px`);
if (bar) new ResizeObserver(say).observe(bar);
