// Who is answered: scripts and pages of this extension, and nobody else, whatever they ask for.

import assert from "node:assert/strict";
import {beforeEach, describe, it} from "node:test";

type Listener = (message: unknown, sender: {id?: string; url?: string}, reply: (answer: unknown) => void) => boolean;
const listeners: Listener[] = [];
(globalThis as {browser?: unknown}).browser = {runtime: {id: "lectern", onMessage: {addListener: (listener: Listener) => listeners.push(listener)}}};
const {CodedError, handle} = await import("../../extension/src/shared/messages");

const asked: unknown[] = [];
handle({
  "settings.get": (request) => {
    asked.push(request);
    return {} as never;
  },
  "records.get": () => Promise.reject(new CodedError("forbidden", "not yours")),
});

/** What the listener says at once, whether a reply will come, and the reply. */
async function answerTo(message: unknown, sender: {id?: string; url?: string}): Promise<unknown> {
  return new Promise((resolve) => {
    if (!listeners[0]!(message, sender, resolve)) resolve("no answer");
  });
}

describe("a message", () => {
  beforeEach(() => void asked.splice(0));

  it("of our own is answered", async () => {
    assert.deepEqual(await answerTo({name: "settings.get", request: null}, {id: "lectern"}), {response: {}});
    assert.deepEqual(asked, [null]);
  });

  it("of another extension, or of nobody, reaches no handler", async () => {
    for (const sender of [{id: "another"}, {}, {url: "https://quay.example/"}, {id: "Lectern"}])
      assert.equal(await answerTo({name: "settings.get", request: null}, sender), "no answer");
    assert.deepEqual(asked, []);
  });

  it("in another form, or with a name that every object has, reaches no handler", async () => {
    for (const message of [null, 7, "settings.get", [], {}, {name: 7}, {name: "__proto__"}, {name: "constructor"}, {name: "toString"}, {request: null}])
      assert.equal(await answerTo(message, {id: "lectern"}), "no answer");
    assert.deepEqual(asked, []);
  });

  it("that fails is answered by the code of the failure, without where it happened", async () => {
    assert.deepEqual(await answerTo({name: "records.get", request: {url: ""}}, {id: "lectern"}), {failure: {code: "forbidden", message: "not yours"}});
  });
});
