import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, type Begun } from '../ask.ts'
import { forgetBank } from '../forget-bank.ts'
import { kept } from '../kept.ts'

/** Begins the bank anew; once it has, the page forgets what it remembered of the one before. */
export function useBeginning(onBegun: () => void = () => undefined) {
  const client = useQueryClient()
  const { mutate, isPending, data } = useMutation({
    mutationFn: beginReadable,
    onSuccess: (begun) => {
      if (!begun.ok) return
      forgetBank()
      onBegun()
    },
    onSettled: () => client.invalidateQueries(),
  })
  return { begin: mutate, isPending, told: data }
}

/** Most of a new bank reads Chinese: whoever reads the page in English goes on reading all of it. */
async function beginReadable(files: Parameters<typeof ask.begin>[0]): Promise<Begun> {
  const begun = await ask.begin(files)
  if (begun.ok && kept.get().language === 'en') await ask.language('en')
  return begun
}
