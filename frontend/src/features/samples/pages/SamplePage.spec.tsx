import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SampleDto } from '@/shared/api/generated';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { aSample, everythingAllowed } from '../../../../test/samples';
import { answerWith } from '../../../../test/server';
import SamplePage from './SamplePage';

const colleague = { id: 'rafi', fullName: 'Rafi Hasan', email: '', role: 'merchandiser', department: null };

function pageWith(read: () => SampleDto, routes: Parameters<typeof answerWith>[0] = {}, others: SampleDto[] = []) {
  answerWith({
    ...everythingAllowed,
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
    'GET /api/v1/samples/sample-1/': () => ({ body: read() }),
    'GET /api/v1/samples/': () => ({ body: pageOf(read(), ...others) }),
    'GET /api/v1/activity/': () => ({ body: pageOf() }),
    'GET /api/v1/comments/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    ...routes,
  });
  return renderAt(SamplePage, { at: '/samples/sample-1', path: '/samples/$sampleId' });
}

const refused = aSample({
  status: 'rejected',
  nextStatuses: [],
  submissionDate: '2026-11-02',
  decidedOn: '2026-11-06',
  rejectionReason: 'Too red under D65.',
});

describe('a sample', () => {
  it('is sent again only from its last round', async () => {
    const { unmount } = await pageWith(() => refused);
    expect(await screen.findByRole('button', { name: /^Send again lab dip, round 1/ })).toBeVisible();
    unmount();

    await pageWith(() => refused, {}, [aSample({ id: 'second', version: 2 })]);
    const rounds = await screen.findByRole('link', { name: 'Round 2' });
    expect(rounds).toHaveAttribute('href', '/samples/second');
    expect(screen.queryByRole('button', { name: /^Send again/ })).not.toBeInTheDocument();
  });

  it('takes a file, says why one was refused, and opens what it has', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue({} as Window);
    let shown = aSample();
    const sent: { name: string; version: unknown }[] = [];
    await pageWith(() => shown, {
      'POST /api/v1/samples/sample-1/attachment/': ({ data, headers }) => {
        const file = (data as FormData).get('file') as File;
        sent.push({ name: file.name, version: headers['If-Match'] });
        if (sent.length === 1) return problem(422, { detail: 'This is no picture, whatever its name says.' });
        shown = aSample({
          rowVersion: 2,
          attachment: {
            fileName: file.name,
            contentType: 'image/png',
            size: 2048,
            scanState: 'clean' as const,
            threat: null,
          },
        });
        return { body: shown };
      },
      'GET /api/v1/samples/sample-1/attachment/': () => ({ body: { url: '/files/dip.png' } }),
    });
    const drop = await screen.findByLabelText(/Drop a photo, a report or comments here/);
    await userEvent.upload(drop, new File(['?'], 'dip.png', { type: 'image/png' }));
    expect(await screen.findByText('This is no picture, whatever its name says.')).toHaveRole('alert');
    await userEvent.upload(drop, new File(['swatch'], 'dip.png', { type: 'image/png' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Open dip.png' }));
    await waitFor(() => expect(opened).toHaveBeenCalledWith(expect.stringMatching(/\/files\/dip\.png$/), '_blank'));
    expect(sent).toEqual([
      { name: 'dip.png', version: '"1"' },
      { name: 'dip.png', version: '"1"' },
    ]);
  });

  it('asks which words shall stand when a colleague changed the same', async () => {
    const theirs = aSample({ rowVersion: 2, recipient: 'ANABIA, Kolding' });
    let current = aSample({ recipient: 'ANABIA' });
    const sent: { body: unknown; version: unknown }[] = [];
    await pageWith(() => current, {
      'PATCH /api/v1/samples/sample-1/': ({ data, headers }) => {
        const body = JSON.parse(String(data)) as Partial<SampleDto>;
        sent.push({ body, version: headers['If-Match'] });
        if (sent.length > 1) return { body: { ...current, ...body, rowVersion: 3 } };
        current = theirs;
        return problem(412, { code: 'request.stale_version', changes: [{ actorId: 'rafi' }] });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const form = within(await screen.findByRole('dialog', { name: /^Lab dip, round 1/ }));
    await userEvent.clear(form.getByLabelText('Recipient'));
    await userEvent.type(form.getByLabelText('Recipient'), 'ANABIA, Hamburg');
    await userEvent.type(form.getByLabelText('Notes'), 'Three shades.');
    await userEvent.click(form.getByRole('button', { name: 'Save sample' }));
    expect(await form.findByRole('heading', { name: /Rafi Hasan changed this/ })).toBeVisible();
    await userEvent.click(form.getByRole('radio', { name: /Theirs ANABIA, Kolding/ }));
    await userEvent.click(form.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent[1]).toEqual({ body: { notes: 'Three shades.' }, version: '"2"' });
  });

  it('was not sent after all: it waits again, and one in a parcel is taken out there', async () => {
    const sent = aSample({ status: 'submitted', nextStatuses: ['approved', 'rejected'], submissionDate: '2026-11-20' });
    let shown = sent;
    const { unmount } = await pageWith(() => shown, {
      'DELETE /api/v1/samples/sample-1/submission/': ({ headers }) => {
        expect(headers['If-Match']).toBe('"1"');
        shown = aSample({ rowVersion: 2 });
        return { status: 204 };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Not sent…' }));
    const question = within(await screen.findByRole('alertdialog', { name: /^Was lab dip, round 1 .* not sent\?$/ }));
    await userEvent.click(question.getByRole('button', { name: 'Not sent' }));
    expect(await screen.findByRole('button', { name: /^Send lab dip, round 1/ })).toBeVisible();
    unmount();

    await pageWith(() => ({ ...sent, parcelId: 'parcel-1' }));
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    expect(await screen.findByRole('menuitem', { name: 'Not sent: out of its parcel' })).toHaveAttribute(
      'href',
      '/samples/parcels/parcel-1',
    );
  });

  it('is deleted after a second look when it changed meanwhile', async () => {
    let version = 1;
    const versions: unknown[] = [];
    const { address } = await pageWith(() => aSample({ rowVersion: version }), {
      'DELETE /api/v1/samples/sample-1/': ({ headers }) => {
        versions.push(headers['If-Match']);
        if (versions.length > 1) return { status: 204 };
        version = 2;
        return problem(412, { detail: 'Rafi Hasan changed this a minute ago.' });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    const question = within(await screen.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Delete sample' }));
    expect(await question.findByRole('alert')).toHaveTextContent('Rafi Hasan changed this a minute ago.');
    await waitFor(async () => {
      await userEvent.click(question.getByRole('button', { name: 'Delete sample' }));
      expect(versions.at(-1)).toBe('"2"');
    });
    await waitFor(() => expect(address()).toBe('/samples'));
  });

  it('is approved by the option that the buyer took, on a condition; a rejected one is no choice', async () => {
    const option = (label: 'A' | 'B' | 'C', verdict: 'rejected' | null = null) => ({
      label,
      verdict,
      notes: null,
      remarks: null,
      picture: null,
    });
    const atBuyer = aSample({
      status: 'submitted',
      nextStatuses: ['approved', 'rejected'],
      submissionDate: '2026-11-02',
      receivedOn: '2026-11-05',
      gateStatus: 'submission',
      options: [option('A', 'rejected'), option('B'), option('C')],
    });
    const sent: unknown[] = [];
    await pageWith(() => atBuyer, {
      'POST /api/v1/samples/sample-1/approval/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { body: { ...atBuyer, status: 'approved', nextStatuses: [], approvedOption: 'B' } };
      },
    });
    const went = within(await screen.findByRole('list', { name: 'How it went' }));
    expect(went.getByText('3 days on the way')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Lab dip' })).toHaveAttribute(
      'href',
      '/orders/order-1?tab=lines&line=line-1',
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Approve lab dip/ }));
    const form = within(await screen.findByRole('dialog', { name: /^Approve lab dip/ }));
    const choices = within(form.getByLabelText(/^Approved option/)).getAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['Choose', 'Option B', 'Option C']);
    await userEvent.selectOptions(form.getByLabelText(/^Approved option/), 'Option C');
    await userEvent.type(form.getByLabelText('On the condition that'), 'bulk comes bluer');
    await userEvent.click(form.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(sent).toMatchObject([{ option: 'C', condition: 'bulk comes bluer', notes: null }]));
  });

  it('does not wait for what a decided round never had recorded', async () => {
    const decided = { status: 'rejected', submissionDate: '2026-11-02', decidedOn: '2026-11-09' } as const;
    await pageWith(() => aSample({ ...decided, nextStatuses: [], receivedOn: null }));
    const went = within(await screen.findByRole('list', { name: 'How it went' }));
    expect(went.getByText('day not recorded')).toBeVisible();
    expect(went.getByText('7 days after it went')).toBeVisible();
    expect(went.queryByText('not yet')).not.toBeInTheDocument();
  });

  it('is measured: figures with a minus, all three of an option or none, and option A where there is none yet', async () => {
    let shown = aSample();
    const sent: { path: string; body: unknown; version: unknown }[] = [];
    await pageWith(() => shown, {
      'POST /api/v1/samples/sample-1/options/': ({ headers }) => {
        sent.push({ path: 'options', body: null, version: headers['If-Match'] });
        shown = aSample({
          rowVersion: 2,
          options: [{ label: 'A', notes: null, remarks: null, picture: null, verdict: null }],
        });
        return { status: 201, body: shown };
      },
      'PUT /api/v1/samples/sample-1/readings/D65/10/': ({ data, headers }) => {
        sent.push({ path: 'D65/10', body: JSON.parse(String(data)), version: headers['If-Match'] });
        return { body: shown };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Measure' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Under D65, daylight' }));
    const form = within(await screen.findByRole('dialog', { name: 'Measured under D65, daylight' }));
    const fill = async (name: string, figures: string[]) => {
      const group = within(form.getByRole('group', { name }));
      for (const [at, label] of ['L*', 'a*', 'b*'].entries())
        if (figures[at]) await userEvent.type(group.getByLabelText(new RegExp(`^${label.charAt(0)}`)), figures[at]);
    };
    await fill('Standard', ['21.37', '1.12', '-16.48']);
    await fill('Option A', ['21.02', '', '\u221215.9']);
    await userEvent.click(form.getByRole('button', { name: 'Save measurement' }));
    expect(await form.findByText('This is needed.')).toBeVisible();
    expect(sent).toEqual([]);
    await fill('Option A', ['', '3.2']);
    await userEvent.click(form.getByRole('button', { name: 'Save measurement' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { path: 'options', body: null, version: '"1"' },
      {
        path: 'D65/10',
        version: '"2"',
        body: {
          standard: { l: '21.37', a: '1.12', b: '-16.48' },
          tolerance: { formula: 'cmc', lightness: '2', chroma: '1', limit: '1' },
          options: [{ label: 'A', l: '21.02', a: '3.2', b: '-15.9' }],
        },
      },
    ]);
  });
});
