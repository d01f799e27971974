/** What a person was told, the oldest first. */
import { PERSON, type World } from './world'

export const noticesOf = async (world: World, as: string = PERSON): Promise<string[]> => {
  const { items } = await world.must<{ items: { title: string }[] }>('inbox/mine', {}, { as })
  return items.map(({ title }) => title).reverse()
}
