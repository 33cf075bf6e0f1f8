// The bar for reading aloud: play and pause, a sentence back and on, voice, speed, pitch, sleep.

import {text} from "../../shared/browser";
import {kLimits, type Settings} from "../../shared/settings";
import type {ArticleView} from "../article_view";
import {element, icon} from "../../shared/dom";
import {RangeHighlight} from "../range_highlight";
import {TextIndex} from "../text_index";
import {MediaKeys, type MediaKey} from "./media_keys";
import {Speaker, voicesFor, type SpeechPlace} from "./speaker";

const kSpoken = "p, h2, h3, h4, h5, h6, li, dt, dd, figcaption, summary, blockquote, td, th";

/** A sentence that is read aloud stands between the toolbar and the bar, */
const kTopPixels = 80;
const kBottomPixels = 120;
/** and comes to this part of the window, so that what follows is on screen too. */
const kReadingLine = 0.35;

export class SpeechBar {
  readonly root: HTMLElement;
  private blocks: HTMLElement[] = [];
  /** Made when the reader first wants to listen: cutting a long article into sentences takes its time. */
  private maker: Speaker | null = null;
  private readonly keys: MediaKeys;
  private readonly sentence = new RangeHighlight("lectern-sentence");
  private readonly word = new RangeHighlight("lectern-word");
  private readonly play: HTMLButtonElement;
  private readonly voices = element("select", {attributes: {"aria-label": text("voice")}, on: {change: () => this.chooseVoice()}});
  private readonly sleep = element("input", {attributes: {type: "checkbox"}, on: {change: () => (this.speaker.stopsAfterPassage = this.sleep.checked)}});
  private readonly onVoices = (): void => this.fillVoices();

  constructor(
    private readonly view: ArticleView, private settings: Settings, private readonly opener: HTMLButtonElement, private readonly onChange: (changes: Partial<Settings>) => void,
  ) {
    const {article} = view;
    this.keys = new MediaKeys(article.title ?? "", () => this.root.closest("dialog"), (key) => this.take(key));
    const button = (label: string, name: Parameters<typeof icon>[0], action: () => void): HTMLButtonElement =>
      element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: label}, on: {click: action}}, icon(name));
    this.play = button(text("play"), "play", () => this.toggle());
    this.root = element(
      "section", {class: "speech-bar", attributes: {"aria-label": text("readAloud"), role: "group", hidden: true}},
      // As on every player, whichever way the words around them run.
      element(
        "span", {class: "speech-steps", attributes: {dir: "ltr"}},
        button(text("sentenceBack"), "back", () => this.speaker.skip(-1)), this.play, button(text("sentenceOn"), "forward", () => this.speaker.skip(1)),
      ),
      this.voices,
      this.range("speechRate", (rate) => this.speaker.change({rate})),
      this.range("speechPitch", (pitch) => this.speaker.change({pitch})),
      element(
        "label", {class: "sleep"},
        this.sleep,
        element("span", {}, text("sleep")),
      ),
      button(text("stopReading"), "close", () => this.close()),
    );
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", () => this.close() || this.open());
  }

  private get speaker(): Speaker {
    if (this.maker) return this.maker;
    const {root, body, article} = this.view;
    // Innermost elements that hold text, so that nothing is read twice.
    this.blocks = [root.querySelector<HTMLElement>(".headline"), root.querySelector<HTMLElement>(".dek"), ...body.querySelectorAll<HTMLElement>(kSpoken)]
      .filter((block): block is HTMLElement => block !== null && block.textContent?.trim() !== "" && block.querySelector(kSpoken) === null);
    const {speechRate: rate, speechPitch: pitch, voices} = this.settings;
    this.maker = new Speaker(
      this.blocks.map((block) => new TextIndex(block).text),
      {language: article.language ?? "", rate, pitch, voice: voices[this.language] ?? ""},
      {onPlace: (place) => this.show(place), onState: (state) => this.showState(state)},
    );
    return this.maker;
  }

  private get language(): string {
    return (this.view.article.language ?? "").split("-")[0] ?? "";
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  open(): void {
    const {speaker} = this;
    this.root.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    speechSynthesis.addEventListener("voiceschanged", this.onVoices);
    this.fillVoices();
    this.play.focus({preventScroll: true});
    speaker.play(this.firstOnScreen(), 0);
  }

  /** True when it was open. */
  close(): boolean {
    if (!this.isOpen) return false;
    this.speaker.stop();
    speechSynthesis.removeEventListener("voiceschanged", this.onVoices);
    if (this.root.matches(":focus-within")) this.opener.focus({preventScroll: true});
    this.root.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    return true;
  }

  toggle(): void {
    if (this.speaker.isSpeaking) this.speaker.pause();
    else this.speaker.play();
  }

  private take(key: MediaKey): void {
    if (key === "play") this.speaker.play();
    else if (key === "pause") this.speaker.pause();
    else if (key === "toggle") this.toggle();
    else if (key === "stop") this.close();
    else this.speaker.skip(key === "next" ? 1 : -1);
  }

  private firstOnScreen(): number {
    const index = this.blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
    return Math.max(0, index);
  }

  private range(name: "speechRate" | "speechPitch", apply: (value: number) => void): HTMLElement {
    const {min, max, step} = kLimits[name];
    const shown = (value: number): string => `${value.toFixed(1)}×`;
    const output = element("output", {}, shown(this.settings[name]));
    return element(
      "label", {class: "speech-range"},
      element("span", {}, text(name)),
      element("input", {
        attributes: {type: "range", min, max, step, value: this.settings[name]},
        on: {
          input: (event) => (output.textContent = shown(Number((event.target as HTMLInputElement).value))),
          change: (event) => {
            const value = Number((event.target as HTMLInputElement).value);
            this.settings = {...this.settings, [name]: value};
            this.onChange({[name]: value});
            apply(value);
          },
        },
      }),
      output,
    );
  }

  private fillVoices(): void {
    const fitting = voicesFor(speechSynthesis.getVoices(), this.view.article.language ?? "");
    const chosen = this.settings.voices[this.language];
    this.voices.replaceChildren(
      element("option", {attributes: {value: ""}}, text(fitting.length > 0 ? "voiceAutomatic" : "noVoice")),
      ...fitting.map((voice) => element("option", {attributes: {value: voice.voiceURI, selected: voice.voiceURI === chosen}}, voice.name)),
    );
  }

  private chooseVoice(): void {
    const voices = {...this.settings.voices, [this.language]: this.voices.value};
    this.settings = {...this.settings, voices};
    this.onChange({voices});
    this.speaker.change({voice: this.voices.value});
  }

  /** The sentence, not its paragraph: that may be longer than the window. */
  private bringIn(box: DOMRect): void {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = box.top - Math.max(kTopPixels, (innerHeight - box.height) * kReadingLine);
    this.root.closest("dialog")?.querySelector(".scroller")?.scrollBy({top, behavior: isCalm ? "instant" : "smooth"});
  }

  private showState(state: "speaking" | "paused" | "stopped"): void {
    this.keys.show(state);
    if (state !== "speaking") this.sleep.checked = this.maker?.stopsAfterPassage ?? false; // it has been done
    const label = text(state === "speaking" ? "pause" : "play");
    this.play.setAttribute("aria-label", label);
    this.play.title = label;
    this.play.replaceChildren(icon(state === "speaking" ? "pause" : "play"));
  }

  private show(place: SpeechPlace | null): void {
    const block = place && this.blocks[place.passage];
    if (!block) {
      this.sentence.clear();
      this.word.clear();
      return;
    }
    const index = new TextIndex(block);
    const range = index.range(place.sentence.start, place.sentence.end);
    this.sentence.show(range);
    if (place.word) this.word.show(index.range(place.word.start, place.word.end));
    else this.word.clear();
    const box = range?.getBoundingClientRect();
    if (box && (box.top < kTopPixels || box.bottom > innerHeight - kBottomPixels)) this.bringIn(box);
  }
}
