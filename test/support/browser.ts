import { onPath } from './on-path.ts'

export type FoundBrowser = { readonly program: string } | { readonly missing: string }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const howToInstall = `none of ${names.join(', ')} on PATH; \`apt-get install chromium\` brings one`

/**
 * The Chromium of this machine: `CHROMIUM` names it, else the first one on PATH. Where there is none the tests that drive the
 * page are skipped and say how to install it; with `REQUIRE_BROWSER=1` that is a failure.
 */
export function findBrowser(): FoundBrowser {
  const program = process.env['CHROMIUM'] ?? onPath(names)
  if (program) return { program }
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(`REQUIRE_BROWSER=1, but ${howToInstall}.`)
  return { missing: howToInstall }
}
