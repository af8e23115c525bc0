import type { Answer } from './driver.ts'
import { createNormaliser } from './normalise.ts'
import type { Transcript, TranscriptStep } from './transcript.ts'

/** Keeps what one case saw. */
export interface Recorder {
  /** Names what follows. */
  step(name: string): void
  answer(who: TranscriptStep['who'], operation: string, answer: Answer): void
  /** Nothing is compared while `run` is at work: the order in which a race ends is nobody's promise. */
  pause<T>(run: () => Promise<T>): Promise<T>
  transcript(): Transcript
}

/** A recorder for one case; ids count from 1 in each. */
export function createRecorder(name: string): Recorder {
  const normaliser = createNormaliser()
  const steps: (TranscriptStep | string)[] = []
  const unrecorded: TranscriptStep[] = []
  let paused = false
  return {
    step: (text) => {
      steps.push(text)
    },
    answer: (who, operation, answer) => {
      if (paused) {
        unrecorded.push({ who, operation, ...answer })
        return
      }
      steps.push({
        who,
        operation: normaliser.text(operation),
        status: answer.status,
        headers: normaliser.headers(answer.headers),
        body: normaliser.body(answer.body),
      })
    },
    pause: async (run) => {
      paused = true
      try {
        return await run()
      } finally {
        paused = false
      }
    },
    transcript: () => ({ name, steps, unrecorded }),
  }
}
