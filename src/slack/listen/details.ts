import { Refusal } from '../../matter/refusal.ts'
import { filingModalWithDetails } from '../form/filing.ts'
import { readMetadata } from '../form/metadata.ts'
import { typedSoFar } from './file.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'

/** `file:details` in the filing form: customer, amount and facts come below what is typed already, which stays. */
export async function detailsButton(house: Listening, args: ActionArgs): Promise<void> {
  await guarded(house, actionGesture(args), async ({ reader }) => {
    const { view } = args.body
    const metadata = view && readMetadata(view.private_metadata)
    if (!metadata) throw new Refusal('not-now')
    const filing = { id: metadata.id, form: metadata.form, initial: await typedSoFar(house, view) }
    const modal = filingModalWithDetails(filing, reader, await viewHouse(house))
    await house.client.views.update({ view_id: view.id, hash: view.hash, view: modal })
  })
}
