/** An address that a click may lead to; nothing where it would run a script or open something else than a page or mail. */
export function safeHref(href: string): string | undefined {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : undefined
}
