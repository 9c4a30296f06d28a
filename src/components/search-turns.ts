/** Answers one question at a time: the search page and the dialog share it. */

/** What a question needs: only the latest one is shown, or said to have failed. */
export interface Turn<Answer> {
  find(): Promise<Answer>;
  show(answer: Answer): void;
  fail(error: unknown): void;
  /** What is found out after the answer is shown, such as counts, and how that is shown. */
  later?(answer: Answer): Promise<() => void>;
}

/** An answer that takes longer than this is announced. */
const patience = 400;

export class Turns {
  #latest = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #sayWaiting: () => void;

  constructor(sayWaiting: () => void) {
    this.#sayWaiting = sayWaiting;
  }

  /** Resolves with the answer once it is shown; with nothing where it failed, or another question came before it. */
  async take<Answer>({ find, show, fail, later }: Turn<Answer>): Promise<Answer | undefined> {
    const turn = ++this.#latest;
    // One clock for all questions in a row: who types on waits all the same.
    this.#wait ??= setTimeout(this.#sayWaiting, patience);
    let answer: Answer;
    try {
      answer = await find();
    } catch (error) {
      if (turn === this.#latest) {
        this.#stopClock();
        fail(error);
      }
      return undefined;
    }
    if (turn !== this.#latest) return undefined;
    this.#stopClock();
    show(answer);
    void later?.(answer).then((showLater) => {
      if (turn === this.#latest) showLater();
    });
    return answer;
  }

  /** Nothing is asked any more. */
  drop(): void {
    this.#latest++;
    this.#stopClock();
  }

  #stopClock() {
    clearTimeout(this.#wait);
    this.#wait = undefined;
  }
}
