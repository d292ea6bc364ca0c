import type { ReactNode } from 'react'
import { isJson, listOf, textAt, type Json } from '../../slack/json.ts'
import type { Drawn, Surface } from './drawn.ts'
import { LibraryBlock } from './library-block.tsx'

/** A table; its first row is its head. Raw text stands to the letter: masked numbers are made of stars. */
export function Table({ block, surface }: { readonly block: Json; readonly surface: Surface }): ReactNode {
  const rows: readonly unknown[] = Array.isArray(block['rows']) ? block['rows'] : []
  const settings: readonly unknown[] = Array.isArray(block['column_settings']) ? block['column_settings'] : []
  const alignments = settings.map((setting) => (isJson(setting) ? textAt(setting, 'align') : undefined))
  const caption = textAt(block, 'caption')
  const [head, ...body] = rows.map((row) => listOf(row))
  const drawRow = (row: readonly Json[], Cell: 'th' | 'td') =>
    row.map((cell, index) => (
      <Cell key={index} data-align={alignments[index]}>
        {drawCell(cell, surface.drawn)}
      </Cell>
    ))
  return (
    <div className="bk-table" role="region" tabIndex={0} aria-label={caption}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>{drawRow(head ?? [], 'th')}</tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>{drawRow(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawCell(cell: Json, drawn: Drawn): ReactNode {
  if (cell['type'] === 'rich_text') return <LibraryBlock block={cell} drawn={drawn} />
  const value = cell['value']
  return <span className="bk-plain">{textAt(cell, 'text') ?? (typeof value === 'number' ? value : '')}</span>
}
