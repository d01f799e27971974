/** One officer at one window: the number, what can be done with it by hand and by key, and what came of it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, ConfirmSheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Fetched } from '../../../../client/use-query'
import type { Desk, DeskWindow } from '../../model/answers'
import { moveOfKey, movesOf, type Move } from '../../model/moves'
import { useKeysChoice } from '../../parts/keys-choice'
import { HAS_KEYS, useKeys } from '../../parts/use-keys'
import { Actions, Outcome } from './actions'
import { Current } from './current'
import { KeysSheet } from './keys-sheet'
import { TransferSheet } from './transfer-sheet'
import { useMoves } from './use-moves'
import { WindowCard } from './window-card'

type Asking = 'transfer' | 'pass' | 'keys'

export const AtWindow = ({
  hallId,
  query,
  desk,
  window,
  onOther,
}: {
  readonly hallId: string
  readonly query: Fetched<Desk>
  readonly desk: Desk
  readonly window: DeskWindow
  readonly onOther: () => void
}) => {
  const t = useText(texts)
  const moves = useMoves(query, { hallId, window: window.window })
  const [asking, setAsking] = useState<Asking>()
  const [last, setLast] = useState<Move>()
  const [keysOn, chooseKeys] = useKeysChoice()
  const can = movesOf(window, desk.state)
  const ticketId = window.at?.ticketId
  const { ticket } = window
  const close = (): void => setAsking(undefined)

  /** `sure`: what is asked in words first has been. */
  const make = async (move: Move, { sure = false, matter = '' } = {}): Promise<void> => {
    if (moves.busy) return
    setLast(move)
    if (move === 'next') return moves.run({ move })
    if (ticketId === undefined) return
    if (move === 'transfer' && !sure) return setAsking('transfer')
    // The second time it is over: for who had booked, a visit that was missed.
    if (move === 'pass' && !sure && ticket?.passed !== false) return setAsking('pass')
    if (move === 'finishNext') await moves.finishNext(ticketId)
    else if (move === 'transfer') await moves.run({ move, ticketId, matter })
    else await moves.run({ move, ticketId })
    close()
  }
  useKeys(asking === undefined, (key) => {
    if (key === '?') {
      setAsking('keys')
      return true
    }
    const move = keysOn ? moveOfKey(key, can) : undefined
    if (move) void make(move)
    return move !== undefined
  })

  const works = window.mine && window.state !== 'closed'
  const windowCard = <WindowCard desk={desk} window={window} moves={moves} onOther={onOther} />
  const outcome = (
    <Outcome
      moves={moves}
      onAgain={last && can.includes(last) ? () => void make(last) : undefined}
      onOpen={() => void moves.set({ state: 'open', matters: [...window.matters] })}
    />
  )
  return (
    <>
      {works ? (
        <>
          <Current desk={desk} window={window}>
            {can.length > 0 ? (
              <Actions
                moves={can}
                running={last}
                busy={moves.busy}
                keys={keysOn}
                onMove={(move) => void make(move)}
              />
            ) : (
              <Words id="no-moves">{t(desk.state === 'open' ? 'noMoves.paused' : 'noMoves.stopped')}</Words>
            )}
            {outcome}
            {HAS_KEYS && (
              <View className="hd-keys-door">
                <Button id="keys" kind="text" icon="info" onPress={() => setAsking('keys')}>
                  {t(keysOn ? 'keys.door' : 'keys.doorOff')}
                </Button>
              </View>
            )}
          </Current>
          {windowCard}
        </>
      ) : (
        <>
          {windowCard}
          {outcome}
        </>
      )}
      {asking === 'transfer' && window.at && (
        <TransferSheet
          number={window.at.number}
          from={ticket?.matter}
          matters={desk.matters}
          busy={moves.busy}
          onYes={(matter) => void make('transfer', { sure: true, matter })}
          onClose={close}
        />
      )}
      <ConfirmSheet
        id="pass-sheet"
        open={asking === 'pass' && window.at !== null}
        title={t('pass.title', { number: window.at?.number ?? '' })}
        confirm={t('move.pass')}
        busy={moves.busy}
        onConfirm={() => void make('pass', { sure: true })}
        onClose={close}
      >
        <Words>{t(ticket ? 'pass.lead' : 'pass.leadUnknown')}</Words>
      </ConfirmSheet>
      {asking === 'keys' && <KeysSheet on={keysOn} onChoose={chooseKeys} onClose={close} />}
    </>
  )
}
