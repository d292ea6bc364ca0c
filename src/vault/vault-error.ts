export type VaultProblem =
  | 'bad-master-key'
  | 'other-master-key'
  | 'unknown-format'
  | 'unreadable'
  | 'erased'
  | 'nothing-to-search'

/**
 * Why could the vault not do it? The message names cases, fields and key ids, never a value. It carries no
 * `cause`: a library's own message might quote what it was given.
 */
export class VaultError extends Error {
  readonly code: VaultProblem
  constructor(code: VaultProblem, message: string) {
    super(message)
    this.name = 'VaultError'
    this.code = code
  }
}
