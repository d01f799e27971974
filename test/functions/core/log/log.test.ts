import { createLog, LOG_LEVELS, silentLog } from '../../../../functions/core/io/log/lines'
import { redact, redactText } from '../../../../functions/core/io/log/redact'

const capture = () => {
  const lines: string[] = []
  return { lines, destination: { write: (line: string) => void lines.push(line) } }
}

describe('log', () => {
  it('writes one JSON line an entry, with level, time and message', () => {
    const { lines, destination } = capture()
    createLog({ level: 'info', destination }).info({ trace: 't1', status: 200 }, 'call')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      trace: 't1',
      status: 200,
      msg: 'call',
    })
  })

  it.each(LOG_LEVELS.map((level, place) => [level, place] as const))(
    'at %s leaves out what is below',
    (level, place) => {
      const { lines, destination } = capture()
      const log = createLog({ level, destination })
      log.info({}, 'a')
      log.warn({}, 'b')
      log.error({}, 'c')
      expect(lines).toHaveLength([3, 3, 2, 1, 0][place] ?? -1)
    },
  )

  it('at silent costs nothing', () => {
    expect(createLog({ level: 'silent' })).toBe(silentLog)
  })

  it('ends each line with a line feed, and leaves out what is undefined', () => {
    const { lines, destination } = capture()
    createLog({ level: 'info', destination }).info({ code: undefined }, 'two\nlines')
    expect(lines[0]).toMatch(/^\{"level":"info","time":"[^"]+","msg":"two\\nlines"\}\n$/)
  })

  it('lets no field take the place of level, time or message', () => {
    const { lines, destination } = capture()
    createLog({ level: 'info', destination }).warn({ level: 'debug', time: 0, msg: 'other' }, 'call')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-/),
      msg: 'call',
    })
  })

  it('writes whatever it is given, and never throws for it', () => {
    const { lines, destination } = capture()
    const cycle: Record<string, unknown> = {
      big: 1n,
      run: () => 1,
      sign: Symbol('s'),
      toJSON: () => {
        throw new Error('asked')
      },
      none: Number.NaN,
    }
    cycle.self = cycle
    createLog({ level: 'info', destination }).error({ cycle, run: cycle.run, big: 2n }, 'odd')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      big: '2',
      run: '[function]',
      cycle: { big: '1', toJSON: '[function]', none: null },
    })
  })

  it('redacts before it writes', () => {
    const { lines, destination } = capture()
    const cause = new Error('id 11010519491231002X refused')
    createLog({ level: 'info', destination }).error(
      { err: new Error('phone 13800138000', { cause }), taxpayer: { name: '王小明', number: 'x' } },
      'defect',
    )
    expect(lines[0]).not.toMatch(/13800138000|11010519491231002X|王小明/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: {
        type: 'Error',
        message: 'phone [redacted]',
        stack: expect.stringContaining('log.test'),
        cause: { message: 'id [redacted] refused' },
      },
    })
  })
})

describe('redaction', () => {
  it.each([
    'name',
    'phone',
    'openid',
    'OPENID',
    'id_number',
    'Id-Number',
    'token',
    'authorization',
    'secret',
    'input',
    'output',
    'purpose',
  ])('hides the field %s at any depth', (field) => {
    expect(
      JSON.stringify(redact({ [field]: 'private', deep: [{ deeper: { [field]: 'private' } }] })),
    ).not.toContain('private')
  })
  it('keeps what operators need', () => {
    const line = {
      trace: '31f8620aa00e000000',
      procedure: 'appointments/book',
      status: 409,
      code: 'SLOT_FULL',
      ms: 1.2,
      caller: 'ac_01k8m0000000000000000000',
    }
    expect(redact(line)).toEqual(line)
  })
  it.each([
    ['13912345678', '[redacted]'],
    ['call 13912345678 now', 'call [redacted] now'],
    ['11010519491231002X', '[redacted]'],
    ['110105491231002', '[redacted]'],
    ['91320102MA1ABCDE1X', '[redacted]'],
    ['Bearer eyJhbGciOi.eyJzdWIiOi.abc-_1', 'Bearer [redacted]'],
    ['1763779200000 ms', '1763779200000 ms'],
    ['slot 2026-11-24 540', 'slot 2026-11-24 540'],
  ])('in texts: %s → %s', (text, told) => {
    expect(redactText(text)).toBe(told)
  })
  it('ends: with cycles, long texts, long lists and bytes', () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    expect(
      JSON.stringify(
        redact({
          cycle,
          bytes: new Uint8Array(9),
          text: 'a'.repeat(9_999),
          list: Array.from({ length: 99 }, () => 1),
        }),
      ).length,
    ).toBeLessThan(5_000)
    expect(redact({ bytes: new Uint8Array(9) })).toEqual({ bytes: '[9 bytes]' })
  })
})
