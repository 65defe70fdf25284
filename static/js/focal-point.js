// Sets the focal point of a picture by a click or the arrow keys, and shows at once what the crops make of it. Without
// this script it is two numbers, and the crops show it once it is saved.

const STEP = 1;
const LEAP = 10;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (value) => Math.min(Math.max(Math.round(value), 0), 100);

// Where the crop begins, as CSS wants it: the share of what is cut off that lies before it.
function share(whole, part, focus) {
  const slack = whole - part;
  return slack > 0 ? within(((whole * focus) / 100 - part / 2) / (slack / 100)) : 50;
}

function prepare(editor) {
  const [across, down] = ["focus_x", "focus_y"].map((name) => document.getElementById(`id_${name}`));
  const picture = editor.querySelector(".focal-point__picture");
  if (!across || !picture) return; // only to be looked at, or its file is gone
  const frame = editor.querySelector(".focal-point__frame");
  const status = editor.querySelector(".focal-point__status");
  const size = { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
  const marker = document.createElement("button");
  marker.type = "button";
  marker.className = "focal-point__marker";
  frame.append(marker);
  editor.querySelector(".focal-point__hint").hidden = false;
  const crops = [...editor.querySelectorAll(".focal-point__crop")].map((figure) => {
    const shown = figure.querySelector("img");
    figure.querySelector("source")?.remove();
    shown.removeAttribute("width");
    shown.removeAttribute("height");
    shown.src = picture.getAttribute("src");
    return { shown, ratio: figure.classList.contains("focal-point__crop--wide") ? 16 / 9 : 1 };
  });

  const show = () => {
    const [x, y] = [across, down].map((field) => within(field.value === "" ? 50 : Number(field.value)));
    marker.style.left = `${x}%`;
    marker.style.top = `${y}%`;
    marker.setAttribute("aria-label", `Focal point: ${x} % across, ${y} % down. Move it with the arrow keys.`);
    for (const { shown, ratio } of crops) {
      const left = share(size.width, Math.min(size.width, size.height * ratio), x);
      const top = share(size.height, Math.min(size.height, size.width / ratio), y);
      shown.style.objectPosition = `${left}% ${top}%`;
    }
    return [x, y];
  };
  const put = (x, y) => {
    [across.value, down.value] = [within(x), within(y)];
    show();
    status.textContent = `Focal point ${across.value} % across, ${down.value} % down. It is kept when you save.`;
  };

  frame.addEventListener("click", (event) => {
    if (event.target === marker) return;
    const box = frame.getBoundingClientRect();
    put(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  });
  marker.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = show();
    const far = event.shiftKey ? LEAP : STEP;
    put(x + step[0] * far, y + step[1] * far);
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  show();
}

document.querySelectorAll(".focal-point").forEach(prepare);
