import type { Page } from 'playwright-core'

/** An element of the page, as far as it is measured. */
interface Part {
  readonly scrollWidth: number
  readonly clientWidth: number
  readonly innerText: string
  getBoundingClientRect(): Box
  checkVisibility(): boolean
  closest(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Part>
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Window {
  readonly document: Pick<Part, 'querySelectorAll'> & { readonly documentElement: Part }
  readonly innerWidth: number
}

const wordsOnControls = 'button, [role=tab], .working, .clock-face'
const bars =
  '.strip, .rail, .act-as, .head, .composer-foot, .modal-foot, .tabs, .bk-actions, .steps-buttons, .files'
const controls = 'button, input:not([type=file]), select, h2, time'

/** In words: what is wider than the window, whose words are cut off, what lies on its neighbour in a bar. */
export function faultsSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(measure, { wordsOnControls, bars, controls })
}

// oxlint-disable unicorn/consistent-function-scoping -- what runs in the browser reaches nothing outside itself
function measure(looked: { wordsOnControls: string; bars: string; controls: string }): string[] {
  const { document, innerWidth } = globalThis as unknown as Window
  const all = (selector: string, within: Pick<Part, 'querySelectorAll'> = document) =>
    [...within.querySelectorAll(selector)].filter((part) => part.checkVisibility())
  const name = (part: Part) => part.innerText.trim().slice(0, 40)
  const overlap = (one: Box, other: Box) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1

  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : []
  const cut = all(looked.wordsOnControls)
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && name(part) !== '')
    .map((part) => `cut off: ${name(part)}`)
  const lying = all(looked.bars).flatMap((bar) => {
    const layer = bar.closest('[popover]')
    const parts = all(looked.controls, bar).filter((part) => part.closest('[popover]') === layer)
    return parts.flatMap((one, at) =>
      parts
        .slice(at + 1)
        .filter((other) => overlap(one.getBoundingClientRect(), other.getBoundingClientRect()))
        .map((other) => `one on the other: ${name(one)} / ${name(other)}`),
    )
  })
  return [...wide, ...cut, ...lying]
}
