/** Buttons and forms carry ids; one that was tampered with must not reach Postgres as a broken uuid. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
