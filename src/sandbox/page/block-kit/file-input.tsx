import type { ReactNode } from 'react'
import { textsAt } from '../../slack/json.ts'
import { heldTexts, namedControl, type Held } from './held.ts'
import { wordsFor } from './words.ts'

/** Files to send along. They stay on this machine; the form holds their names. */
export function FileInput({ element, value, naming, isBusy, drawn, give }: Held): ReactNode {
  const words = wordsFor(drawn)
  const names = heldTexts(value)
  const types = textsAt(element, 'filetypes').map((type) => `.${type}`)
  const most = typeof element['max_files'] === 'number' ? element['max_files'] : 10
  const add = (files: FileList | null) => {
    const added = [...(files ?? [])].map(({ name }) => name)
    give([...new Set([...names, ...added])].slice(0, most))
  }
  return (
    <div className="bk-files">
      <label className="bk-button">
        <span>{words.chooseFile}</span>
        <input
          {...namedControl(naming)}
          type="file"
          multiple={most > 1}
          accept={types.join(',')}
          disabled={isBusy}
          onChange={(event) => add(event.currentTarget.files)}
        />
      </label>
      {names.map((name) => (
        <span key={name} className="bk-chip">
          {name}
          <button
            type="button"
            aria-label={words.remove(name)}
            onClick={() => give(names.filter((one) => one !== name))}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  )
}
