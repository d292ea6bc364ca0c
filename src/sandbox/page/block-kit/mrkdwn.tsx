import { Fragment, type ReactNode } from 'react'
import { conversationName, type Drawn, type MrkdwnProps, personName } from './drawn.ts'
import { linePieces, mrkdwnParts, type Part, type Piece } from './mrkdwn-parts.ts'
import { safeHref } from './safe-href.ts'

/** One text in Slack's mrkdwn: message text without blocks, sections, topics. Dates in it were resolved before. */
export function Mrkdwn({ text, drawn }: MrkdwnProps): ReactNode {
  return <div className="bk-text">{mrkdwnParts(text).map((part, index) => drawPart(part, index, drawn))}</div>
}

/** Mrkdwn where there is room for one run of words only, as on an option. */
export function MrkdwnLine({ text, drawn }: MrkdwnProps): ReactNode {
  return <span className="bk-plain">{drawPieces(linePieces(text), drawn)}</span>
}

function drawPart(part: Part, key: number, drawn: Drawn): ReactNode {
  switch (part.kind) {
    case 'code':
      return <pre key={key}>{part.text}</pre>
    case 'quote':
      return <blockquote key={key}>{drawPieces(part.pieces, drawn)}</blockquote>
    case 'lines':
      return <p key={key}>{drawPieces(part.pieces, drawn)}</p>
  }
}

function drawPieces(pieces: readonly Piece[], drawn: Drawn): ReactNode {
  return pieces.map((piece, index) => <Fragment key={index}>{drawPiece(piece, drawn)}</Fragment>)
}

function drawPiece(piece: Piece, drawn: Drawn): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'bold':
      return <strong>{drawPieces(piece.pieces, drawn)}</strong>
    case 'italic':
      return <em>{drawPieces(piece.pieces, drawn)}</em>
    case 'strike':
      return <s>{drawPieces(piece.pieces, drawn)}</s>
    case 'code':
      return <code>{piece.text}</code>
    case 'link':
      return <Link href={piece.href} text={piece.text} />
    case 'user':
      return <span className="bk-mention">@{personName(drawn, piece.id) ?? piece.said ?? piece.id}</span>
    case 'channel':
      return (
        <span className="bk-mention">#{conversationName(drawn, piece.id) ?? piece.said ?? piece.id}</span>
      )
    case 'broadcast':
      return <span className="bk-broadcast">{piece.text}</span>
  }
}

function Link({ href, text }: { readonly href: string; readonly text: string }): ReactNode {
  const safe = safeHref(href)
  if (safe === undefined) return text
  return (
    <a href={safe} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}
