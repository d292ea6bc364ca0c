import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The server's end of one WebSocket (RFC 6455): whole text frames, pings answered, closes answered. */
export interface WebSocketEnd {
  readonly send: (text: string) => void
  /** Resolves when the other side has said goodbye or is gone. */
  readonly closed: Promise<void>
  /** Breaks the connection off without a goodbye. */
  readonly drop: () => void
}

interface Frame {
  readonly opcode: number
  readonly payload: Buffer
  /** Bytes that the frame takes up. */
  readonly size: number
}

const text = 0x1
const close = 0x8
const ping = 0x9
const pong = 0xa

/** Shakes hands with the client that asked for the upgrade; `onText` gets what it says. */
export function acceptWebSocket(
  request: IncomingMessage,
  stream: Duplex,
  onText: (said: string) => void,
): WebSocketEnd {
  stream.write(handshake(request.headers['sec-websocket-key'] ?? ''))
  const closed = Promise.withResolvers<void>()
  const answers: Record<number, (payload: Buffer) => void> = {
    [text]: (payload) => onText(payload.toString()),
    [ping]: (payload) => stream.write(frameOf(pong, payload)),
    [close]: (payload) => stream.end(frameOf(close, payload)),
  }
  let waiting: Buffer = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    for (let frame = readFrame(waiting); frame; frame = readFrame(waiting)) {
      waiting = waiting.subarray(frame.size)
      answers[frame.opcode]?.(frame.payload)
    }
  })
  stream.on('error', () => stream.destroy()).on('close', closed.resolve)
  return {
    send: (said) => stream.write(frameOf(text, Buffer.from(said))),
    closed: closed.promise,
    drop: () => stream.destroy(),
  }
}

/** The fixed text belongs to the protocol: RFC 6455, section 1.3. */
function handshake(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    '\r\n',
  ].join('\r\n')
}

/** The first frame of a client, unmasked; undefined while it has not arrived whole. */
function readFrame(bytes: Buffer): Frame | undefined {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return undefined
  const short = second & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start + 4) return undefined
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const size = start + 4 + length
  if (bytes.length < size) return undefined
  const mask = bytes.subarray(start, start + 4)
  const payload = bytes.subarray(start + 4, size).map((byte, at) => byte ^ (mask[at % 4] ?? 0))
  return { opcode: first & 0x0f, payload: Buffer.from(payload), size }
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | opcode]), lengthOf(payload.length), payload])
}

function lengthOf(length: number): Buffer {
  if (length < 126) return Buffer.from([length])
  const long = length < 65_536
  const bytes = Buffer.alloc(long ? 3 : 9)
  bytes.writeUInt8(long ? 126 : 127)
  if (long) bytes.writeUInt16BE(length, 1)
  else bytes.writeBigUInt64BE(BigInt(length), 1)
  return bytes
}
