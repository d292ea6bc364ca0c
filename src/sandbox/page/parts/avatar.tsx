import { Icon } from './icon.tsx'

const hues = [210, 28, 160, 340, 265, 95, 190, 10, 50, 300]

interface AvatarProps {
  /** Whose: a person's id, `bot` or `slack`. It chooses the colour. */
  readonly of: string
  readonly name: string
  readonly size?: number
}

/** The initial of somebody on a colour of their own; the name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ of, name, size = 36 }: AvatarProps) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.44), '--hue': hueOf(of) }
  if (of === 'bot')
    return (
      <span className="avatar avatar-bot" style={style} aria-hidden="true">
        <Icon name="check" size={Math.round(size * 0.6)} />
      </span>
    )
  return (
    <span className={of === 'slack' ? 'avatar avatar-slack' : 'avatar'} style={style} aria-hidden="true">
      {of === 'slack' ? 'S' : initialOf(name)}
    </span>
  )
}

function initialOf(name: string): string {
  return name.trim().slice(0, 1) || '?'
}

function hueOf(id: string): number {
  const sum = Array.from(id).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  return hues[sum % hues.length] ?? 210
}
