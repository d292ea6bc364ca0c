/** A sentence part in the two languages of the product. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export interface Place {
  readonly file: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

/** One thing wrong in a policy file: where, what stands there, and what may stand there. */
export interface Problem extends Place {
  /** Dotted, such as `clocks.contact.limits.L3`; empty for the file as a whole. */
  readonly path: string
  readonly seen: Words
  readonly allowed: Words
}

/** Everything wrong with a pack and the files it names, thrown once. */
export class PolicyError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problemText(problem, 'en')).join('\n'))
    this.name = 'PolicyError'
    this.problems = problems
  }
}

/** One line for a person: `file:line:column path: what was seen; what is allowed`. */
export function problemText(problem: Problem, language: 'zh-CN' | 'en'): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`
  if (language === 'en') {
    const path = problem.path || 'the file'
    return `${place} ${path}: found ${problem.seen.en}; allowed: ${problem.allowed.en}`
  }
  const path = problem.path || '文件'
  return `${place} ${path}：现为${problem.seen.zh}；允许：${problem.allowed.zh}`
}

/** Words that need no translation, such as a code or a number. */
export function same(text: string): Words {
  return { zh: text, en: text }
}
