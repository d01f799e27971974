/** What can be done now, as buttons with their keys; what went wrong, and the way on. */
import { View } from '@tarojs/components'
import type { ApiError } from '../../../../client/errors'
import { useText } from '../../../../messages'
import { Button, Column, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { KEYS, type Move } from '../../model/moves'
import { failureOf } from '../../model/failures'
import { HAS_KEYS } from '../../parts/use-keys'
import type { Moves } from './use-moves'

const KINDS: Readonly<Record<Move, 'primary' | 'ghost' | 'danger'>> = {
  next: 'primary',
  serve: 'primary',
  finishNext: 'primary',
  recall: 'ghost',
  finish: 'ghost',
  transfer: 'ghost',
  pass: 'danger',
}

export const Actions = ({
  moves,
  running,
  busy,
  keys,
  onMove,
}: {
  /** The likeliest first. */
  readonly moves: readonly Move[]
  /** The one that runs. */
  readonly running: Move | undefined
  readonly busy: boolean
  /** Keys of one letter are on. */
  readonly keys: boolean
  readonly onMove: (move: Move) => void
}) => {
  const t = useText(texts)
  return (
    <View className="hd-actions" {...role('group')} aria-label={t('actions')}>
      {moves.map((move, place) => (
        <View key={move} className={place === 0 ? 'hd-action first' : 'hd-action'}>
          <Button
            id={`do-${move}`}
            kind={KINDS[move]}
            block
            loading={busy && running === move}
            disabled={busy}
            onPress={() => onMove(move)}
          >
            {t(`move.${move}`)}
            {HAS_KEYS && keys && <View className="hd-key">{KEYS[move]}</View>}
          </Button>
        </View>
      ))}
    </View>
  )
}

/** The server's sentence, and what to do about it; a button where one press does it. */
const Failure = ({
  error,
  busy,
  onAgain,
  onOpen,
}: {
  readonly error: ApiError
  readonly busy: boolean
  readonly onAgain: (() => void) | undefined
  readonly onOpen: () => void
}) => {
  const t = useText(texts)
  const { way, opens, again } = failureOf(error)
  return (
    <Note tone="danger" icon="warn">
      <Column gap={8}>
        <View id="move-failed" {...role('alert')}>
          <Words as="b">{error.message}</Words>
          <Words>{t(`failed.${way}`)}</Words>
        </View>
        {opens && (
          <Button id="failed-open" kind="ghost" loading={busy} onPress={onOpen}>
            {t(opens === 'take' ? 'window.take' : 'window.open')}
          </Button>
        )}
        {again && onAgain && (
          <Button id="failed-again" kind="ghost" loading={busy} onPress={onAgain}>
            {t('again')}
          </Button>
        )}
      </Column>
    </Note>
  )
}

/** Below the moves, so that they stay where they are: what was done, or what went wrong. */
export const Outcome = ({
  moves: { said, error, busy },
  onAgain,
  onOpen,
}: {
  readonly moves: Pick<Moves, 'said' | 'error' | 'busy'>
  readonly onAgain: (() => void) | undefined
  readonly onOpen: () => void
}) => (
  <>
    {said !== undefined && (
      <Note tone="ok" icon="check">
        <View id="said" {...role('status')} aria-live="polite">
          {said}
        </View>
      </Note>
    )}
    {error && <Failure error={error} busy={busy} onAgain={onAgain} onOpen={onOpen} />}
  </>
)
