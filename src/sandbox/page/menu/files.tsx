import { useId } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { useBeginning } from './use-beginning.ts'

/** Loads an organisation or a policy file; its problems are listed and change nothing. */
export function Files() {
  const { words } = useSpeech()
  const { begin, isPending, told } = useBeginning()
  const read = (kind: 'organisation' | 'policy') => async (file: File) => {
    const text = await file.text()
    begin(
      kind === 'policy'
        ? { policy: text }
        : { organisation: text, csv: file.name.toLowerCase().endsWith('.csv') },
    )
  }
  return (
    <>
      <div className="files">
        <FileButton
          name={words.menu.organisation}
          about={words.menu.organisationAbout}
          accept=".yaml,.yml,.csv"
          isBusy={isPending}
          onFile={read('organisation')}
        />
        <FileButton
          name={words.menu.policy}
          about={words.menu.policyAbout}
          accept=".yaml,.yml"
          isBusy={isPending}
          onFile={read('policy')}
        />
      </div>
      <div role="status">
        {isPending && <p className="small-print">{words.menu.loading}</p>}
        {told?.ok === true && <p className="small-print">{words.menu.loaded}</p>}
        {told?.ok === false && <Problems problems={told.problems} />}
      </div>
    </>
  )
}

function Problems({ problems }: { problems: readonly string[] }) {
  const { words } = useSpeech()
  return (
    <div className="banner banner-trouble problems" data-testid="problems">
      <div>
        <strong>{words.menu.refused(problems.length)}</strong>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface FileButtonProps {
  readonly name: string
  readonly about: string
  readonly accept: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => Promise<void>
}

function FileButton({ name, about, accept, isBusy, onFile }: FileButtonProps) {
  const id = useId()
  return (
    <div className="file-button">
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isBusy}
        onChange={(event) => {
          const input = event.currentTarget
          const [file] = input.files ?? []
          if (file) void onFile(file)
          input.value = ''
        }}
      />
      <label htmlFor={id}>
        <Icon name="file" /> {name} <small>{about}</small>
      </label>
    </div>
  )
}
