import type { OrganisationDocument } from '../organisation/organisation.ts'
import type { SandboxPerson } from './slack/people.ts'

/** Those who read English in the sandbox, so that both languages can be seen side by side. */
const readsEnglish = ['p-wu-hao', 'p-shi-lei']

/** Everybody of the organisation as a member of the sandbox workspace. */
export function sandboxPeople(
  { people, timeZone }: OrganisationDocument,
  language?: 'zh-CN' | 'en',
): SandboxPerson[] {
  return people.map(({ id, name, email }) => {
    const english = language === undefined ? readsEnglish.includes(id) : language === 'en'
    return { id, email, timeZone, name: english ? name.en : name.zh, locale: english ? 'en-US' : 'zh-CN' }
  })
}
