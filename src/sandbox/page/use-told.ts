import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask, onChange } from './ask.ts'

/** How often the clock is asked for by itself, in milliseconds: it may run, and it shows whether the sandbox is there. */
const clockEvery = 5000

export const bankQuery = queryOptions({ queryKey: ['bank'], queryFn: ask.bank })
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: ask.clock,
  refetchInterval: clockEvery,
})
export const scenariosQuery = queryOptions({ queryKey: ['scenarios'], queryFn: ask.scenarios })

export function sightQuery(person: string) {
  return queryOptions({ queryKey: ['sight', person], queryFn: () => ask.sight(person) })
}

export function behindQuery(of: string | undefined) {
  return queryOptions({
    queryKey: ['behind', of ?? ''],
    queryFn: () => ask.behind(of),
    placeholderData: (before) => before,
  })
}

/** Asks anew for whatever is shown, each time something has changed; one round at a time, however many changes come. */
export function useChanges(): void {
  const client = useQueryClient()
  useEffect(() => onChange(oneAtATime(() => client.invalidateQueries())), [client])
}

/** Does the sandbox answer? What was missed meanwhile is asked for as soon as it does again. */
export function useIsAway(): boolean {
  const client = useQueryClient()
  const { isError } = useQuery(clockQuery)
  useEffect(() => {
    if (!isError) void askAgain(client)
  }, [isError, client])
  return isError
}

async function askAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
}

function oneAtATime(round: () => Promise<void>): () => void {
  let running = false
  let again = false
  async function go(): Promise<void> {
    running = true
    do {
      again = false
      await round()
    } while (again)
    running = false
  }
  return () => {
    again = true
    if (!running) void go()
  }
}
