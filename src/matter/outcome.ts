/** Where a message of ours now stands in Slack. */
export interface PostedMessage {
  readonly part: 'card' | 'notice' | 'post' | 'digest'
  readonly channel: string
  readonly ts: string
}

/** What became of an effect that was sent outside. Errors are codes and methods, never content. */
export type Outcome =
  /** It is there. The message and the branch's channel that it made are to be remembered. */
  | {
      readonly kind: 'done'
      readonly message?: PostedMessage
      readonly branchChannel?: { readonly branch: string; readonly channel: string; readonly name: string }
    }
  /** Slack is away, wants us to wait, or refuses our token: not this effect's fault. Waited for as long as it takes. */
  | { readonly kind: 'wait'; readonly seconds: number; readonly error: string }
  /** It failed, and may succeed: again after so many seconds, and not for ever. */
  | { readonly kind: 'later'; readonly seconds: number; readonly error: string }
  /** It will never succeed. */
  | { readonly kind: 'never'; readonly error: string }
