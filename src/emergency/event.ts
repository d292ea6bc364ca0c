import { z } from 'zod'
import { emergencyRoles } from './emergency.ts'

const at = z.iso.datetime({ offset: false })
const base = { at }
const roles = z.partialRecord(z.enum(emergencyRoles), z.string())

/** All that can have happened to a level-1 emergency. */
export const EmergencyEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('formed'),
    ...base,
    id: z.string(),
    number: z.string(),
    branch: z.string(),
    outlet: z.string(),
    policyVersion: z.string(),
    complaint: z.strictObject({ id: z.string(), number: z.string() }),
    reasons: z.array(z.string()),
    respondents: z.array(z.string()),
    roles,
    members: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('instructed'),
    ...base,
    by: z.string(),
    from: z.string(),
    givenAt: at,
    wording: z.string(),
  }),
  z.strictObject({
    type: z.literal('appointed'),
    ...base,
    by: z.string(),
    roles,
    joined: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('situationReported'),
    ...base,
    by: z.string(),
    facts: z.string(),
    measures: z.string(),
    media: z.string().exactOptional(),
    nextUpdate: at,
  }),
  z.strictObject({ type: z.literal('updateWanted'), ...base, owedAt: at }),
  z.strictObject({ type: z.literal('stoodDown'), ...base, by: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('channelOpened'), ...base, channel: z.string(), name: z.string() }),
  z.strictObject({
    type: z.literal('inviteRefused'),
    ...base,
    person: z.string(),
    error: z.string(),
    substitute: z.string().exactOptional(),
  }),
  /** This channel can no longer be written to; another one is opened in its place. */
  z.strictObject({ type: z.literal('channelLost'), ...base, channel: z.string() }),
  z.strictObject({ type: z.literal('archiveWanted'), ...base }),
  z.strictObject({ type: z.literal('channelArchived'), ...base }),
])
export type EmergencyEvent = z.infer<typeof EmergencyEvent>
export type EmergencyEventOf<Type extends EmergencyEvent['type']> = Extract<EmergencyEvent, { type: Type }>
