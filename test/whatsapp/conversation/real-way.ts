/** A citizen on a whole way through a real service. */
import { questionAt } from '../../../subgraphs/whatsapp/conversation/form/draft.ts'
import type { Question } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { layOut } from '../../../subgraphs/whatsapp/sending/layout.ts'
import { answerExample, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import { say } from '../../../vocabulary/words.ts'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { hub } from './kind-hub.ts'

const STEPS = 100
const bodyOf = (message: any): string => message.text?.body ?? message.interactive.body.text

/** Who answers each question as its example does, or with its first choice; `given`: with another choice, by its path. */
export function realWay(code: string, language: LanguageCode, given: Readonly<Record<string, string>> = {}) {
  const asha = chat(REAL, hub())
  asha.put({ ...asha.state(), language, chosen: true })
  const service = REAL.service(code)!
  const heard: string[] = []
  let [questions, sent, pictures] = [0, 0, 0]

  function does(act: () => void): readonly string[] {
    act()
    sent++
    const messages = asha.replies().flatMap((reply) => layOut(reply).map(bodyOf))
    heard.push(...messages)
    return messages
  }
  const asked = (): Question | null => {
    const { place } = asha.state()
    return place.at === 'question' ? questionAt(service, place.path) : null
  }
  const choice = (question: Question | null): string => {
    const wanted = question && given[question.path]
    const ids = asha.choices().map(({ id }) => id)
    return ids.find((id) => wanted && id.endsWith(`|${wanted}`)) ?? ids[0]!
  }
  /** Answers what is asked, whatever it is. */
  function goesOn(): readonly string[] {
    const question = asked()
    if (question) questions++
    if (question?.type === 'DOCUMENT') return does(() => asha.sendsPicture(`picture ${++pictures}`))
    const text = question && answerExample(question, language, '2026-03-01')
    const isChosen = !text || question.live || /CHOICE|BOOLEAN/.test(question.type)
    return does(() => (isChosen ? asha.presses(choice(question)) : asha.writes(text)))
  }
  /** Answers until the chat stands at `path`, or at the review. */
  function reaches(path: string): readonly string[] {
    for (let step = 0; step < STEPS; step++) {
      const { place } = asha.state()
      if (place.at === path || (place.at === 'question' && place.path === path)) break
      goesOn()
    }
    return asha.replies().flatMap((reply) => layOut(reply).map(bodyOf))
  }
  does(() => asha.writes(say(service.title, language)))
  return { asha, heard, does, goesOn, reaches, counts: () => ({ questions, sent, heard: heard.length }) }
}
