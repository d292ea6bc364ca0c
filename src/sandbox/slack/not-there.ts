export type Missing = 'conversation' | 'message' | 'modal' | 'home' | 'element' | 'option'

/** What a gesture is about is not, or no longer, on the person's screen. */
export class NotThere extends Error {
  readonly what: Missing

  constructor(what: Missing, message: string) {
    super(message)
    this.what = what
  }
}

/** Slack does not let the person do this; `code` is its reason, as `is_archived`. */
export class RefusedBySlack extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
