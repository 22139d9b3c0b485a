/** One record of every kind, two of a theme, with the fields that the format has. */
export const EXAMPLES: object[] = [
  {
    ...{ kind: 'partnership', name: 'Darlington Safeguarding Partnership', type: 'joint-partnership' },
    website: 'https://www.darlington-safeguarding-partnership.co.uk/',
    contacts: [
      {
        about: 'child',
        audience: 'professionals',
        team: 'Children’s Initial Advice Team',
        phone: '01325 406252',
      },
    ],
  },
  { kind: 'theme', label: 'Parent and carer factors' },
  {
    ...{ kind: 'theme', label: 'Parental mental health', altLabels: ['maternal mental health'] },
    ...{
      hiddenLabels: ['mad mum'],
      abbreviations: ['PMH'],
      broader: 'Parent and carer factors',
      related: [],
    },
    ...{
      definition: 'How a parent feels',
      emergency: ['Call 999 if someone is in immediate danger.'],
      lookFor: ['Low mood'],
      ask: ['How do you feel?'],
      askYourself: ['What have I seen?'],
      guidanceReviewedBy: 'Jo Bloggs, named nurse',
      guidanceReviewedOn: '2026-05',
      do: ['Tell the GP'],
    },
  },
  {
    ...{
      kind: 'agency',
      name: 'Darlington Health Visiting',
      otherNames: ['Health visiting', '0-19 service'],
    },
    partnership: 'Darlington Safeguarding Partnership',
  },
  {
    ...{ kind: 'review', publisher: 'Darlington Safeguarding Partnership', label: 'Child J' },
    ...{ title: 'Child J: local child safeguarding practice review', type: 'lcspr', about: 'children' },
    ...{ publishedOn: '2025-02', relayedOn: '2025-02', reference: null, summary: 'An infant.' },
    learning: [
      {
        theme: 'Parental mental health',
        kind: 'finding',
        statement: 'It was not asked about',
        pages: [12, 13],
      },
      { theme: 'Lived experience' },
    ],
    recommendations: [
      {
        number: '1',
        text: 'Ask',
        addressees: ['Health visiting', 'Police'],
        themes: ['pmh'],
        scope: 'local',
      },
    ],
    documents: [{ kind: 'full-report', title: 'Report', url: 'https://example.org/report.pdf' }],
    keywords: ['infant'],
    sources: [{ title: 'Newsletter', url: 'https://example.org/newsletter' }],
  },
  {
    ...{ kind: 'document-text', document: 'full-report', page: 12, text: 'What the twelfth page says' },
    review: { publisher: 'Darlington Safeguarding Partnership', label: 'Child J', year: 2025 },
  },
  {
    ...{
      kind: 'briefing',
      publisher: 'Darlington Safeguarding Partnership',
      title: 'Child J in seven minutes',
    },
    ...{
      type: 'seven-minute',
      publishedOn: '2024-07',
      themes: ['Maternal mental health'],
      reviews: ['Child J'],
    },
    ...{ sections: [{ heading: 'Why', body: 'Because' }], url: 'https://example.org/briefing' },
  },
  {
    ...{ kind: 'resource', type: 'training', title: 'Perinatal mental health', publisher: 'Me Learning' },
    ...{ url: 'https://example.org/course', startsOn: '2026-03-03T10:00', endsOn: '2026-03-03T12:00' },
    ...{ publishedOn: null, relayedOn: '2026-01', themes: ['mad-mum'], description: 'A course' },
  },
];
