/** Writing a campaign: a new one from an example or from another, or a draft that is there. */
import { useRouter } from '@tarojs/taro'
import { useText } from '../../../messages'
import { Await, Screen, Skeleton } from '../../../ui'
import { texts } from '../messages'
import { begunWith, examples, readDraft } from '../model/draft'
import { readCampaign } from '../model/params'
import type { Draft } from '../model/tree'
import { Editor } from '../parts/edit/editor'
import { Gone, OfOffice } from '../parts/page'
import { useCampaign, useOffice } from '../parts/queries'
import { useMay, useToday } from '../parts/words'
import '../office.css'

/** While there is nothing to edit yet, or nothing at all. */
const Waiting = ({ children }: { readonly children: JSX.Element }) => {
  const t = useText(texts)
  return (
    <Screen id="edit-page" title={t('edit.title')}>
      {children}
    </Screen>
  )
}

const EMPTY: Draft = {}

/** A draft of the server’s; what is published is not edited any more. */
const Existing = ({ id }: { readonly id: string }) => {
  const found = useCampaign(id)
  const { data } = found
  if (data?.campaign.state === 'draft')
    return (
      <Editor
        key={id}
        id={id}
        begun={{
          draft: readDraft(data.rules) ?? EMPTY,
          hallId: data.campaign.hallId,
          from: data.campaign.rulesHash,
        }}
      />
    )
  return (
    <Waiting>
      {data || found.error?.code === 'NOT_FOUND' ? (
        <Gone />
      ) : (
        <Await query={found} skeleton={<Skeleton cards={3} />}>
          {() => <Gone />}
        </Await>
      )}
    </Waiting>
  )
}

/** From another campaign of the office. */
const Copied = ({ id, hallId }: { readonly id: string; readonly hallId: string }) => {
  const today = useToday()
  const found = useCampaign(id)
  if (found.data)
    return (
      <Editor
        id={undefined}
        begun={{ draft: begunWith(readDraft(found.data.rules) ?? EMPTY, today), hallId, from: null }}
      />
    )
  return (
    <Waiting>
      {found.error?.code === 'NOT_FOUND' ? <Gone /> : <Await query={found}>{() => <Gone />}</Await>}
    </Waiting>
  )
}

const Fresh = ({ example, hallId }: { readonly example: string | undefined; readonly hallId: string }) => {
  const today = useToday()
  const from = examples.find(({ id }) => id === example) ?? examples[0]
  return <Editor id={undefined} begun={{ draft: begunWith(from ?? EMPTY, today), hallId, from: null }} />
}

/** A new one is of a hall where the caller may draw. */
const New = ({
  copy,
  example,
  hallId,
}: {
  readonly copy: string | undefined
  readonly example: string | undefined
  readonly hallId: string
}) => {
  const office = useOffice()
  const may = useMay(hallId)
  if (!office.data || !may.draw)
    return (
      <Waiting>
        <OfOffice>{() => <Gone />}</OfOffice>
      </Waiting>
    )
  return copy === undefined ? (
    <Fresh example={example} hallId={hallId} />
  ) : (
    <Copied id={copy} hallId={hallId} />
  )
}

export default function EditPage() {
  const { id, copy, example, hallId = '' } = useRouter().params
  const known = readCampaign(id)
  return known === undefined ? (
    <New copy={readCampaign(copy)} example={example} hallId={hallId} />
  ) : (
    <Existing id={known} />
  )
}
