import type { OpenedOffice } from './offices.ts'
import { takeOn } from './offices.ts'

/** Clerks who take every case on by themselves, or wait for the control. */
export class Clerks {
  readonly #offices: readonly OpenedOffice[]
  readonly #keep: (seconds: number | null) => void
  #seconds: number | null
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()

  constructor(offices: readonly OpenedOffice[], seconds: number | null, keep: (seconds: number | null) => void) {
    this.#offices = offices
    this.#keep = keep
    this.#seconds = seconds
    this.#arm()
  }

  /** Seconds between two acts on one case; null while they wait. */
  get seconds(): number | null {
    return this.#seconds
  }

  set(seconds: number | null): void {
    this.#seconds = seconds
    this.#keep(seconds)
    this.#arm()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#seconds = null
    await this.#round
  }

  #arm(): void {
    clearTimeout(this.#timer)
    if (this.#seconds === null) return
    this.#timer = setTimeout(
      () => {
        this.#round = this.#work().then(() => this.#arm())
      },
      Math.min(1000, (this.#seconds * 1000) / 4),
    )
    this.#timer.unref()
  }

  async #work(): Promise<void> {
    for (const opened of this.#offices) {
      if (this.#seconds === null) return
      // an office that is busy or down is looked at again in the next round
      await takeOn(opened, this.#seconds).catch((error: Error) =>
        console.error(`sandbox: the clerk of ${opened.office.name}: ${error.message}`),
      )
    }
  }
}
