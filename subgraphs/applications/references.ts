/** What the hub's own numbers look like: `DWR-2026-000001`. */
export const REFERENCE = /^DWR-\d{4}-\d{6,}$/
