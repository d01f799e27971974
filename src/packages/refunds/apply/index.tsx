/** Apply for a refund of one kind: anew, or where one left off. */
import { useCallback, useState, type ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import { say } from '../../../../functions/core/pure/text'
import type { ClaimKind } from '../../../../functions/refunds/rules/kind'
import { claimRules } from '../../../../functions/refunds/rules/kinds/claims'
import { api, type Me, type Taxpayer } from '../../../client/api'
import { replace, routes } from '../../../client/routes'
import { useAsked } from '../../../client/use-asked'
import { useMe } from '../../../client/use-me'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Note, Screen, SignedOut, Skeleton, Words } from '../../../ui'
import { texts } from '../messages'
import { claimOf, draftWish, newClaim } from '../model/claim'
import type { DraftFull } from '../model/answers'
import { lawOf } from '../model/kinds'
import { readOpening, type Opening } from '../model/params'
import { chosenOf, useDrafts } from '../parts/queries'
import { NotVerified, NoTaxpayer } from '../parts/taxpayer'
import { typedFor, type Typed } from '../parts/typed'
import { WaysOut } from '../parts/ways-out'
import { Wizard } from '../parts/wizard'
import { useToday } from '../parts/words'
import '../refunds.css'

const Frame = ({ children }: { readonly children: ReactNode }) => {
  const t = useText(texts)
  return (
    <Screen id="apply-page" title={t('apply.title')}>
      {children}
    </Screen>
  )
}

const Missing = ({ title, why }: { readonly title: string; readonly why: string }) => {
  const t = useText(texts)
  return (
    <Frame>
      <Empty
        icon="refund"
        title={title}
        action={t('apply.all')}
        onAction={() => void replace(routes.refunds)}
      >
        {why}
      </Empty>
    </Frame>
  )
}

/** The kind is for such a taxpayer, who was verified: there is something to fill in. */
const Filling = ({
  kind,
  taxpayer,
  opening,
  draft,
  typed,
}: {
  readonly kind: ClaimKind
  readonly taxpayer: Taxpayer
  readonly opening: Opening
  readonly draft?: DraftFull
  readonly typed?: Typed
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const today = useToday()
  const law = lawOf(kind, today)
  const rule = claimRules[kind]
  if (!law) return <Missing title={t('apply.noKind')} why={t('apply.noKindWay')} />
  if (!law.who.includes(taxpayer.kind))
    return (
      <Frame>
        <Words as="h" level={2}>
          {t('apply.notYours', { kind: say(law.name, language) })}
        </Words>
        <Note>{t('kinds.notYours', { who: t(`who.${law.who[0] ?? 'person'}`) })}</Note>
        <WaysOut />
      </Frame>
    )
  const payer = { kind: taxpayer.kind, name: taxpayer.name }
  const claim = typed?.claim ?? (draft ? claimOf(draft) : newClaim(kind, taxpayer.id))
  const step = typed?.step ?? draft?.step
  const begun = draft
    ? {
        kept: { id: draft.id, at: draft.changedAt },
        wish: draftWish(claim, { form: rule.form, payer, today, step: draft.step }),
      }
    : typed?.kept && { kept: typed.kept }
  return <Wizard start={{ claim, law, rule, payer, begun, step, opening }} />
}

const Verified = ({
  me,
  taxpayerId,
  children,
}: {
  readonly me: Me
  readonly taxpayerId: string | undefined
  readonly children: (taxpayer: Taxpayer) => ReactNode
}) => {
  const taxpayer = chosenOf(me.taxpayers, taxpayerId)
  if (!taxpayer)
    return (
      <Frame>
        <NoTaxpayer />
      </Frame>
    )
  if (taxpayer.standing !== 'verified')
    return (
      <Frame>
        <NotVerified name={taxpayer.name} />
      </Frame>
    )
  return <>{children(taxpayer)}</>
}

/** A draft by its link. */
const Resumed = ({ me, draftId, opening }: { me: Me; draftId: string; opening: Opening }) => {
  const t = useText(texts)
  const ask = useCallback(() => api.refunds.draft({ draftId }), [draftId])
  const asked = useAsked(ask)
  const draft = asked.data?.draft
  if (asked.failure === 'gone') return <Missing title={t('draft.gone')} why={t('draft.goneWay')} />
  if (asked.failure)
    return (
      <Frame>
        <Note tone="warn" icon="offline">
          <Words>{t('draft.failed')}</Words>
          <Button id="draft-again" kind="text" onPress={asked.again}>
            {t('saved.again')}
          </Button>
        </Note>
      </Frame>
    )
  if (!draft)
    return (
      <Frame>
        <Skeleton />
      </Frame>
    )
  return (
    <Verified me={me} taxpayerId={draft.taxpayerId}>
      {(taxpayer) => <Filling kind={draft.kind} taxpayer={taxpayer} draft={draft} opening={opening} />}
    </Verified>
  )
}

/** One of the same kind was begun before: gone on with, unless another is meant. */
const Anew = ({ me, kind, opening }: { me: Me; kind: ClaimKind; opening: Opening }) => {
  const t = useText(texts)
  const language = useLanguage()
  const drafts = useDrafts()
  const [anew, setAnew] = useState(false)
  // What is saved from here on is not one of before.
  const [before, setBefore] = useState<readonly string[]>()
  if (before === undefined && !drafts.loading) setBefore((drafts.data?.items ?? []).map(({ id }) => id))
  const begun = drafts.data?.items.find((one) => one.kind === kind && before?.includes(one.id))
  if (before === undefined)
    return (
      <Frame>
        <Skeleton />
      </Frame>
    )
  if (begun && !anew)
    return (
      <Frame>
        <Card id="begun" next>
          <Column gap={12}>
            <Words as="h" level={2}>
              {t('begun.title')}
            </Words>
            <Words>
              {t('begun.lead', { name: begun.taxpayerName, at: momentText(begun.changedAt, language) })}
            </Words>
            <Button id="begun-go" onPress={() => void replace(routes.refundApply({ draft: begun.id }))}>
              {t('draft.goOn')}
            </Button>
            <Button id="begun-anew" kind="ghost" onPress={() => setAnew(true)}>
              {t('begun.anew')}
            </Button>
          </Column>
        </Card>
      </Frame>
    )
  return (
    <Verified me={me} taxpayerId={opening.taxpayerId}>
      {(taxpayer) => <Filling kind={kind} taxpayer={taxpayer} opening={opening} />}
    </Verified>
  )
}

const Opened = ({ me, opening }: { readonly me: Me; readonly opening: Opening }) => {
  const t = useText(texts)
  const { kind, draftId } = opening
  const [typed] = useState(() => typedFor(opening))
  if (typed)
    return (
      <Verified me={me} taxpayerId={typed.claim.taxpayerId}>
        {(taxpayer) => (
          <Filling kind={typed.claim.kind} taxpayer={taxpayer} typed={typed} opening={opening} />
        )}
      </Verified>
    )
  if (draftId !== undefined) return <Resumed me={me} draftId={draftId} opening={opening} />
  if (kind !== undefined) return <Anew me={me} kind={kind} opening={opening} />
  return <Missing title={t('apply.noKind')} why={t('apply.noKindWay')} />
}

export default function ApplyPage() {
  const t = useText(texts)
  const opening = readOpening(useRouter().params)
  const me = useMe()
  if (me.data) return <Opened me={me.data} opening={opening} />
  return (
    <Frame>
      {me.signedOut ? <SignedOut title={t('home.signIn')} /> : <Await query={me}>{() => null}</Await>}
    </Frame>
  )
}
