import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Manifest = z.object({
  features: z.object({
    app_home: z.object({ messages_tab_read_only_enabled: z.boolean().default(false) }),
    shortcuts: z.array(
      z.object({ name: z.string(), type: z.enum(['global', 'message']), callback_id: z.string() }),
    ),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
  }),
})

/** What the app offers in Slack, as its manifest has it. */
export type ManifestFeatures = z.infer<typeof Manifest>['features']

const file = new URL('../../../manifests/http.json', import.meta.url)

/** The features in the app's manifest. Throws where the file is not there or is no manifest. */
export async function readManifest(): Promise<ManifestFeatures> {
  return Manifest.parse(JSON.parse(await readFile(file, 'utf8'))).features
}
