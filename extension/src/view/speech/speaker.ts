// Reads passages aloud, sentence by sentence, with the browser's voices. It knows nothing of elements; who
// shows the place listens to `onPlace`.

import {sentencesOf, type Sentence} from "./sentences";

export interface SpeechOptions {
  language: string;
  rate: number;
  pitch: number;
  /** `voiceURI` of a voice, or empty for the one that fits the language best. */
  voice: string;
}

export interface SpeechPlace {
  readonly passage: number;
  readonly sentence: Sentence;
  /** The word being spoken, in offsets of the passage; null before the voice says. */
  readonly word: Sentence | null;
}

export interface SpeechEvents {
  onPlace(place: SpeechPlace | null): void;
  onState(state: "speaking" | "paused" | "stopped"): void;
}

/** The voices for a language, those made for its region first. */
export function voicesFor(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice[] {
  const wanted = language.toLowerCase();
  const base = wanted.split("-")[0] ?? "";
  const tag = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace("_", "-");
  const rank = (voice: SpeechSynthesisVoice): number => (tag(voice) === wanted ? 0 : 2) + (voice.localService ? 0 : 1);
  return voices.filter((voice) => base === "" || tag(voice).split("-")[0] === base).sort((a, b) => rank(a) - rank(b));
}

export class Speaker {
  private readonly passages: readonly {text: string; sentences: Sentence[]}[];
  private passage = 0;
  private sentence = 0;
  private state: "speaking" | "paused" | "stopped" = "stopped";
  /** Sentences of an earlier turn end late and must not move this one. */
  private turn = 0;
  /** Stop at the end of the passage that is being read. */
  stopsAfterPassage = false;

  constructor(
    passages: readonly string[], private options: SpeechOptions, private readonly events: SpeechEvents,
    private readonly synthesis: SpeechSynthesis = speechSynthesis,
    private readonly makeUtterance: (text: string) => SpeechSynthesisUtterance = (text) => new SpeechSynthesisUtterance(text),
  ) {
    this.passages = passages.map((text) => ({text, sentences: sentencesOf(text, options.language)}));
  }

  get isSpeaking(): boolean {
    return this.state === "speaking";
  }

  play(passage = this.passage, sentence = this.sentence): void {
    this.passage = passage;
    this.sentence = sentence;
    this.set("speaking");
    this.speak();
  }

  pause(): void {
    ++this.turn;
    this.synthesis.cancel(); // `pause()` is ignored by many voices; the sentence starts again
    this.set("paused");
  }

  stop(): void {
    ++this.turn;
    this.synthesis.cancel();
    this.passage = this.sentence = 0;
    this.events.onPlace(null);
    this.set("stopped");
  }

  /** A sentence on or back; at the first sentence of a passage back means the passage before. */
  skip(direction: 1 | -1): void {
    this.sentence += direction;
    if (this.sentence < 0) {
      this.passage = Math.max(0, this.passage - 1);
      this.sentence = Math.max(0, (this.passages[this.passage]?.sentences.length ?? 1) - 1);
    }
    if (this.isSpeaking) this.speak();
    else this.play();
  }

  change(options: Partial<SpeechOptions>): void {
    this.options = {...this.options, ...options};
    if (this.isSpeaking) this.speak();
  }

  private set(state: "speaking" | "paused" | "stopped"): void {
    this.state = state;
    this.events.onState(state);
  }

  private speak(): void {
    const turn = ++this.turn;
    this.synthesis.cancel();
    let passage = this.passages[this.passage];
    while (passage && this.sentence >= passage.sentences.length) {
      const isDone = this.stopsAfterPassage && passage.sentences.length > 0;
      passage = this.passages[++this.passage];
      this.sentence = 0;
      if (isDone && passage) {
        this.stopsAfterPassage = false;
        this.set("paused");
        return;
      }
    }
    const sentence = passage?.sentences[this.sentence];
    if (!passage || !sentence) {
      this.stop();
      return;
    }
    const place = {passage: this.passage, sentence};
    const utterance = this.makeUtterance(passage.text.slice(sentence.start, sentence.end));
    const voice = this.synthesis.getVoices().find((candidate) => candidate.voiceURI === this.options.voice);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? this.options.language;
    utterance.rate = this.options.rate;
    utterance.pitch = this.options.pitch;
    utterance.onstart = () => turn === this.turn && this.events.onPlace({...place, word: null});
    utterance.onboundary = (event) => {
      if (turn !== this.turn || event.name !== "word") return;
      const start = sentence.start + event.charIndex;
      const length = event.charLength || (/^\S+/.exec(passage.text.slice(start))?.[0].length ?? 0);
      this.events.onPlace({...place, word: {start, end: start + length}});
    };
    const next = (): void => {
      if (turn !== this.turn) return;
      ++this.sentence;
      this.speak();
    };
    utterance.onend = next;
    utterance.onerror = () => {
      if (turn === this.turn) this.stop();
    };
    this.synthesis.speak(utterance);
  }
}
