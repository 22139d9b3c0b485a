import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../test/support/library-record.js';
import type { ContactLineItem, PartnershipDetail } from '../partnership.model.js';
import { presentContactPanel } from './contact-panel.presenter.js';

const partnership = (...contacts: ContactLineItem[]): PartnershipDetail => ({
  ...aRecord('partnership', '/reviews?publisher=testshire'),
  name: 'Testshire',
  type: null,
  link: 'javascript:alert(1)',
  website: 'javascript:alert(1)',
  contacts,
  sources: [],
});

describe('presentContactPanel', () => {
  it('groups the lines by whom the call is about, children first', () => {
    const panel = presentContactPanel(
      partnership(
        { about: 'adult', audience: 'everyone', team: 'Adult team', phone: '01 11' },
        { about: 'child', audience: 'professionals', team: 'Child team', phone: '02 22' },
        { about: 'child', audience: 'public', team: null, phone: '03 33' },
      ),
    );
    expect(panel?.groups).toEqual([
      {
        about: 'About a child',
        lines: [
          { who: 'Child team, for professionals', phone: '02 22', dial: '0222' },
          { who: 'For the public', phone: '03 33', dial: '0333' },
        ],
      },
      { about: 'About an adult', lines: [{ who: 'Adult team', phone: '01 11', dial: '0111' }] },
    ]);
  });

  it('says for which place the lines are, where the name does', () => {
    const line = { about: 'child', audience: 'everyone', team: null, phone: '1' } as const;
    const named = (name: string): PartnershipDetail => ({ ...partnership(line), name });
    expect(presentContactPanel(named('Darlington Safeguarding Partnership'))?.place).toBe('Darlington');
    expect(presentContactPanel(named('Testshire'))?.place).toBeNull();
  });

  it('links to no address but one of the web', () => {
    expect(
      presentContactPanel(partnership({ about: 'child', audience: 'everyone', team: null, phone: '1' }))
        ?.website,
    ).toBeNull();
  });

  it('is not there without a line', () => {
    expect(presentContactPanel(partnership())).toBeNull();
    expect(presentContactPanel(null)).toBeNull();
  });
});
