/** Runs `close` once on SIGTERM or SIGINT, then exits; what fails to end in 10 seconds is cut. */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  const end = async () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), 10_000).unref()
    await close().catch((error) => console.error(String(error)))
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** Says why a start failed, in one line, and exits. */
export function refuseToStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
