const drawings = {
  hash: 'M8 3 6 17M14 3l-2 14M3.5 7.5h13M3 12.5h13',
  lock: 'M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  home: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5M8.5 16v-4h3v4',
  bolt: 'M11 2.5 4.5 11.5H9L8.5 17.5 15.5 8H11z',
  send: 'M3.5 4 17 10 3.5 16l2-6zM5.5 10h6',
  pin: 'M7 3.5h6M8 3.5v5L5.5 12h9L12 8.5v-5M10 12v5',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7 12c1.5 2 4.5 2 6 0M7.5 8v.5M12.5 8v.5',
  thread: 'M3.5 5h13v8.5H9L5.5 16.5V13.5h-2zM6.5 8h7M6.5 10.5h4',
  dots: 'M5 10h.01M10 10h.01M15 10h.01',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M5.5 8 10 12.5 14.5 8',
  right: 'M8 5.5 12.5 10 8 14.5',
  back: 'M9 4.5 3.5 10 9 15.5M3.5 10h13',
  people:
    'M8 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M3 16c0-5.5 10-5.5 10 0M13 4.5a2.5 2.5 0 0 1 0 5M15 11.5c1.5.8 2.3 2.3 2.3 4',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4 4',
  play: 'M6 4l10 6-10 6z',
  layers: 'M10 3 3 7l7 4 7-4zM3 10.5l7 4 7-4M3 14l7 4 7-4',
  list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  bookmark: 'M5.5 3.5h9v13L10 13l-4.5 3.5z',
  bell: 'M5 13.5c1-1 1-2.5 1-5a4 4 0 0 1 8 0c0 2.5 0 4 1 5zM8.5 16h3',
  check: 'M4 10.5 8 14.5 16 5.5',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4l2.5 2',
  archive: 'M3.5 4h13v3.5h-13zM4.5 7.5V16h11V7.5M8 10.5h4',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
} as const

export type IconName = keyof typeof drawings

/** A small line drawing in the colour of the text; it says nothing to a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
