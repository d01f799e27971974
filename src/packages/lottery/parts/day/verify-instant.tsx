/** "Verify my entry" of an instant draw: what was committed to before the day; and after it, its number and the tier, recomputed here. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Campaign } from '../../../../../functions/lottery/rules/campaign'
import { FILES } from '../../../../../functions/lottery/rules/draw/published'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { numberText } from '../../../../ui/numbers'
import { texts } from '../../messages'
import type { CampaignFull, DrawRow, EntryRow, Proof } from '../../model/answers'
import type { Checked } from '../../model/own-entry'
import { openingChecks, ownInstantChecks, type Computed, type InstantCheck } from '../../model/own-instant'
import { fetchDocument, type FetchPiece } from '../../model/published-files'
import { CheckLines } from '../../../../ui/check-lines'
import { useNames } from '../names'

interface Found {
  readonly checks: readonly Checked<InstantCheck>[]
  /** Once the day is over. */
  readonly proof?: Proof
  readonly computed?: Computed | undefined
}

const fetchPiece: FetchPiece = (piece) => api.lottery.file(piece)

interface Asked {
  readonly entry: EntryRow
  readonly told: NonNullable<EntryRow['instant']>
  readonly draw: DrawRow
  readonly rulesHash: string
}

/** Nothing of this is kept on the device: the salt shows whose entry it is. */
const verify = async ({ entry, told, draw, rulesHash }: Asked): Promise<Found> => {
  const opening = await fetchDocument(draw, FILES.dayOpening, fetchPiece)
  if (draw.state !== 'published') return { checks: openingChecks({ opening, draw, rulesHash }) }
  const [{ salt, holder }, { proof }, closing] = await Promise.all([
    api.lottery.entry({ id: entry.id }),
    api.lottery.proof({ drawId: draw.id, entryId: entry.id }),
    fetchDocument(draw, FILES.dayClosing, fetchPiece),
  ])
  const known = { entryId: entry.id, told, draw, rulesHash, opening, closing, salt, holder, proof }
  return { proof, ...ownInstantChecks(known) }
}

const Place = ({
  found: { proof, computed },
  draw,
  rules,
}: {
  readonly found: Found
  readonly draw: DrawRow
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const names = useNames(rules)
  if (!proof) return null
  return (
    <>
      <Words id={`verify-${draw.id}-place`} as="num">
        {t('own.place', { place: proof.index + 1, n: proof.count, index: proof.index })}
      </Words>
      {computed && (
        <Words id={`verify-${draw.id}-number`} as="num">
          {computed.tier === null
            ? t('own.numberNone', { number: numberText(computed.number) })
            : t('own.number', {
                number: numberText(computed.number),
                tier: names.tier(draw.draw, computed.tier),
              })}
        </Words>
      )}
    </>
  )
}

const Verdict = ({ found, draw, rules }: { found: Found; draw: DrawRow; rules: Campaign | undefined }) => {
  const t = useText(texts)
  const holds = found.checks.every((one) => one.holds)
  const over = found.proof !== undefined
  return (
    <>
      <View {...role('status')} aria-live="polite">
        <Words id={`verify-${draw.id}-verdict`} as={holds ? 'h ok' : 'h danger'}>
          {t(!holds ? 'own.fails' : over ? 'own.instantHolds' : 'own.openingHolds')}
        </Words>
        <Place found={found} draw={draw} rules={rules} />
      </View>
      <CheckLines
        id={`own-${draw.id}`}
        lines={found.checks.map(({ code, holds: right }) => ({
          key: code,
          state: right ? 'holds' : 'fails',
          words: t(right ? `own.${code}` : `own.${code}Not`),
        }))}
      />
      {!holds && <Words>{t('own.failsWay')}</Words>}
    </>
  )
}

export const VerifyInstant = ({
  entry,
  told,
  draw,
  campaign,
  rules,
}: Omit<Asked, 'rulesHash'> & {
  readonly campaign: CampaignFull
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const names = useNames(rules)
  const [found, setFound] = useState<Found>()
  const run = useAction(verify)
  const over = draw.state === 'published'
  const now = async (): Promise<void> => {
    setFound(undefined)
    setFound(await run.run({ entry, told, draw, rulesHash: campaign.campaign.rulesHash }))
  }
  const missing = run.error?.code === 'NOT_FOUND'
  return (
    <Card id={`verify-${draw.id}`}>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('own.title', { name: names.draw(draw.draw) })}
        </Words>
        <Words as="s">
          {over ? t('own.instantWhy') : t('own.openingWhy', { at: momentText(draw.to, language) })}
        </Words>
        {over && told.spent && <Words as="s">{t('own.spentWhy')}</Words>}
        <Button
          id={`verify-${draw.id}-now`}
          kind="ghost"
          icon="shield"
          loading={run.busy}
          onPress={() => void now()}
        >
          {t(over ? 'own.now' : 'own.openingNow')}
        </Button>
        {run.error && (
          <Note tone={missing ? 'danger' : 'warn'} icon="warn">
            <View id={`verify-${draw.id}-failed`} {...role('alert')}>
              {missing ? t('own.missing') : run.error.message}
            </View>
          </Note>
        )}
        {found && <Verdict found={found} draw={draw} rules={rules} />}
      </Column>
    </Card>
  )
}
