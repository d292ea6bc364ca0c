/** The name under which the page and the server speak of one element of a view or message. */
export function fieldName(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId])
}
