/** A value as indented JSON. */
export function Json({ value }: { value: unknown }) {
  return (
    <pre className="json" tabIndex={0}>
      {JSON.stringify(value, null, 2) ?? '–'}
    </pre>
  )
}
