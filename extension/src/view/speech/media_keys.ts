// The keyboard's media keys for reading aloud. Browsers hand them to a page that plays sound, and speech does
// not count as that: a silent loop stands for it. Where the page's policy forbids even that, the keys still
// work while the view has the focus.

export type MediaKey = "play" | "pause" | "toggle" | "next" | "previous" | "stop";

const kActions: readonly (readonly [MediaSessionAction, MediaKey])[] = [
  ["play", "play"], ["pause", "pause"], ["nexttrack", "next"], ["previoustrack", "previous"], ["stop", "stop"],
];
const kKeys: Readonly<Record<string, MediaKey>> = {
  MediaPlayPause: "toggle", MediaPlay: "play", MediaPause: "pause", MediaTrackNext: "next", MediaTrackPrevious: "previous", MediaStop: "stop",
};

const kRate = 8000;
/** Shorter sounds are effects to a browser, not something that plays. */
const kSeconds = 6;
const kHeaderBytes = 44;

function silence(): Blob {
  const samples = kRate * kSeconds;
  const bytes = new Uint8Array(kHeaderBytes + samples).fill(128); // the middle of eight bits is no sound
  const view = new DataView(bytes.buffer);
  const put = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; ++i) view.setUint8(at + i, letters.charCodeAt(i));
  };
  put(0, "RIFF");
  view.setUint32(4, kHeaderBytes - 8 + samples, true);
  put(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, kRate, true);
  view.setUint32(28, kRate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  put(36, "data");
  view.setUint32(40, samples, true);
  return new Blob([bytes], {type: "audio/wav"});
}

export class MediaKeys {
  private audio: HTMLAudioElement | null = null;
  private address = "";

  constructor(private readonly title: string, private readonly dialog: () => HTMLElement | null, private readonly onKey: (key: MediaKey) => void) {}

  show(state: "speaking" | "paused" | "stopped"): void {
    if (state === "stopped") this.end();
    else if (state === "speaking") this.begin();
    else this.audio?.pause();
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = state === "speaking" ? "playing" : state === "paused" ? "paused" : "none";
  }

  private begin(): void {
    if (!this.audio) {
      this.address = URL.createObjectURL(silence());
      this.audio = new Audio(this.address);
      this.audio.loop = true;
      this.dialog()?.addEventListener("keydown", this.onKeyDown);
      this.listen(true);
    }
    this.audio.play().catch(() => undefined); // the page's policy may forbid it
  }

  private end(): void {
    if (!this.audio) return;
    this.audio.pause();
    this.audio.removeAttribute("src");
    this.audio = null;
    URL.revokeObjectURL(this.address);
    this.dialog()?.removeEventListener("keydown", this.onKeyDown);
    this.listen(false);
  }

  private listen(isOn: boolean): void {
    if (!("mediaSession" in navigator)) return;
    const session = navigator.mediaSession;
    try {
      session.metadata = isOn ? new MediaMetadata({title: this.title}) : null;
    } catch {
      // The title is a courtesy.
    }
    for (const [action, key] of kActions) {
      try {
        session.setActionHandler(action, isOn ? () => this.onKey(key) : null);
      } catch {
        // Not every browser knows every key.
      }
    }
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const key = kKeys[event.key];
    if (!key) return;
    event.preventDefault();
    this.onKey(key);
  };
}
