import type { PlanCounts, PlanPreview } from '../preview.js';

const NOTHING: PlanCounts['delivery'] = {
  'not-started': 0,
  'in-progress': 0,
  completed: 0,
  stopped: 0,
  unanswered: 0,
};

/** How much a preview holds, for people to compare with their sheet. */
export function countPlan({
  recommendations,
  leftOut,
  questions,
}: Pick<PlanPreview, 'recommendations' | 'leftOut' | 'questions'>): PlanCounts {
  const actions = recommendations.flatMap((recommendation) => recommendation.actions);
  const sum = (lists: readonly unknown[][]): number => lists.reduce((total, list) => total + list.length, 0);
  const delivery = { ...NOTHING };
  for (const action of actions) delivery[action.delivery]++;
  return {
    ...{ recommendations: recommendations.length, actions: actions.length },
    updates: sum(actions.map(({ updates }) => updates)),
    milestones: sum(actions.map(({ milestones }) => milestones)),
    notes: sum([...recommendations, ...actions].map(({ notes }) => notes)),
    ...{ leftOut: leftOut.length, questions: questions.length, delivery },
    withDueDate: actions.filter(({ due }) => due?.on).length,
  };
}
