import { Client } from 'pg'
import { startEmbedded } from '../../src/store/embedded.ts'

// A process of its own that keeps house on the folder given: a test kills it. On SIGINT it still writes a line and stops.
const [dir = ''] = process.argv.slice(2)
const house = await startEmbedded({ dir, onLog: () => {}, settings: ['fsync=off'] })
const client = new Client({ connectionString: house.url })
await client.connect()
await client.query('create table if not exists kept (line text)')
await client.query(`insert into kept values ('committed before')`)
process.once('SIGINT', () => void stop())
process.stdout.write('keeping\n')
async function stop(): Promise<void> {
  await client.query(`insert into kept values ('written while stopping')`)
  await client.end()
  await house.stop()
  process.stdout.write('stopped\n')
}

setInterval(() => {}, 60_000)
process.stdin.on('end', () => process.exit()).resume()
