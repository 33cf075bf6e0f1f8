import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {Speaker, voicesFor, type SpeechPlace} from "../../extension/src/view/speech/speaker";

/** A browser's speech, spoken by the test. */
class Speech {
  spoken: SpeechSynthesisUtterance[] = [];
  cancelled = 0;
  speak(utterance: SpeechSynthesisUtterance): void {
    this.spoken.push(utterance);
  }
  cancel(): void {
    ++this.cancelled;
  }
  getVoices(): SpeechSynthesisVoice[] {
    return [];
  }
  get last(): SpeechSynthesisUtterance {
    return this.spoken.at(-1)!;
  }
  word(charIndex: number, charLength: number): void {
    this.last.onboundary?.({name: "word", charIndex, charLength} as SpeechSynthesisEvent);
  }
  finish(): void {
    this.last.onend?.({} as SpeechSynthesisEvent);
  }
}

function speaker(passages: string[]): {speech: Speech; reading: Speaker; places: (SpeechPlace | null)[]; states: string[]} {
  const speech = new Speech();
  const places: (SpeechPlace | null)[] = [];
  const states: string[] = [];
  const reading = new Speaker(
    passages, {language: "en", rate: 1, pitch: 1, voice: ""}, {onPlace: (place) => places.push(place), onState: (state) => states.push(state)},
    speech as unknown as SpeechSynthesis, (text) => ({text}) as unknown as SpeechSynthesisUtterance,
  );
  return {speech, reading, places, states};
}

describe("reading aloud", () => {
  it("goes from sentence to sentence and from passage to passage, then stops", () => {
    const {speech, reading, states} = speaker(["One. Two.", "Three."]);
    reading.play();
    for (let i = 0; i < 3; ++i) speech.finish();
    assert.deepEqual(speech.spoken.map(({text}) => text), ["One.", "Two.", "Three."]);
    assert.equal(states.at(-1), "stopped");
  });

  it("shows the word that is spoken, by its place in the passage", () => {
    const {speech, reading, places} = speaker(["It rained. Boats came in."]);
    reading.play(0, 1);
    speech.word(6, 4);
    assert.deepEqual(places.at(-1)?.word, {start: 17, end: 21});
  });

  it("skips a sentence on and back, over the edges of passages", () => {
    const {speech, reading} = speaker(["One. Two.", "Three."]);
    reading.play();
    reading.skip(1);
    reading.skip(1);
    reading.skip(-1);
    assert.deepEqual(speech.spoken.map(({text}) => text), ["One.", "Two.", "Three.", "Two."]);
  });

  it("stops after the passage when it is told to, and goes on with the next", () => {
    const {speech, reading, states} = speaker(["One. Two.", "Three."]);
    reading.stopsAfterPassage = true;
    reading.play();
    speech.finish();
    speech.finish();
    assert.equal(states.at(-1), "paused");
    assert.equal(speech.spoken.length, 2);
    reading.play();
    assert.equal(speech.last.text, "Three.");
  });

  it("does not move on when a sentence that was cut off reports its end", () => {
    const {speech, reading} = speaker(["One. Two. Three."]);
    reading.play();
    const cut = speech.last;
    reading.skip(1);
    cut.onend?.({} as SpeechSynthesisEvent);
    assert.equal(speech.last.text, "Two.");
  });

  it("starts the sentence again after a pause, and with the new speed when it changes", () => {
    const {speech, reading} = speaker(["One. Two."]);
    reading.play();
    reading.pause();
    reading.play();
    reading.change({rate: 1.5});
    assert.deepEqual(speech.spoken.map(({text, rate}) => [text, rate]), [["One.", 1], ["One.", 1], ["One.", 1.5]]);
  });
});

describe("voices", () => {
  const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({lang, localService, name: lang}) as SpeechSynthesisVoice;

  it("are those of the article's language, of its region and on this machine first", () => {
    const all = [voice("de-DE", true), voice("en-US", true), voice("en_GB", false), voice("en-GB", true)];
    assert.deepEqual(voicesFor(all, "en-GB").map(({lang, localService}) => [lang, localService]), [["en-GB", true], ["en_GB", false], ["en-US", true]]);
  });
});
