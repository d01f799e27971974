/** Writing a policy: a new one, a draft that is there, or the correction of one that is published. */
import { useRouter } from '@tarojs/taro'
import { dayOf } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Await, Screen, Skeleton } from '../../../ui'
import { texts } from '../messages'
import { draftOf, freshDraft } from '../model/draft'
import { readPolicyId } from '../model/params'
import { Editor } from '../parts/edit/editor'
import { Gone, OfOffice } from '../parts/page'
import { useOffice, usePolicy } from '../parts/queries'
import '../office.css'

/** While there is nothing to edit yet, or nothing at all. */
const Waiting = ({ children }: { readonly children: JSX.Element }) => {
  const t = useText(texts)
  return (
    <Screen id="edit-policy" title={t('edit.title')}>
      {children}
    </Screen>
  )
}

/** What is withdrawn is not edited any more. */
const Existing = ({ id }: { readonly id: string }) => {
  const found = usePolicy(id)
  const { data } = found
  const draft = data && data.state !== 'withdrawn' ? draftOf(data) : undefined
  if (data && draft)
    // What lay on the device may be of yesterday: what is newer begins anew, with what was written here and is not saved.
    return (
      <Editor
        key={`${id} ${data.changedAt}`}
        id={id}
        begun={{ draft, hallId: data.hallId, from: data.changedAt }}
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

const New = ({ hallId }: { readonly hallId: string }) => {
  const office = useOffice()
  const today = dayOf(useNow())
  const hall = office.data?.halls.find(({ id }) => id === hallId)
  if (!hall)
    return (
      <Waiting>
        <OfOffice>{() => <Gone />}</OfOffice>
      </Waiting>
    )
  return (
    <Editor key={hallId} id={undefined} begun={{ draft: freshDraft(today, hall.name), hallId, from: null }} />
  )
}

export default function EditPolicyPage() {
  const { id, hallId = '' } = useRouter().params
  const known = readPolicyId(id)
  return known === undefined ? <New hallId={hallId} /> : <Existing id={known} />
}
