import { Version } from '@microsoft/sp-core-library';
import {
  PropertyPaneSlider,
  PropertyPaneTextField,
  type IPropertyPaneConfiguration,
} from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
// The library's own element, packaged with this web part: SharePoint runs no script from elsewhere. It is a copy that
// `npm run release:embed` of the library makes; a test of the library fails where it is not the same.
import './embed.js';

export interface IPracticeLearningWebPartProps {
  /** The library's address, such as https://reviews.example.gov.uk */
  library: string;
  /** The last part of the address of the theme's page. */
  theme: string;
  /** Words to search for, instead of a theme. */
  search: string;
  /** How many lines. */
  limit: number;
}

/** Shows what practice reviews teach on a theme. Its answers come from the library, each time the page is shown. */
export default class PracticeLearningWebPart extends BaseClientSideWebPart<IPracticeLearningWebPartProps> {
  public render(): void {
    const { library, theme, search, limit } = this.properties;
    // A page that was made with an older package has no words.
    const words = (search ?? '').trim();
    if (!isAddress(library) || !(theme || words)) {
      const hint = document.createElement('p');
      hint.textContent = 'Edit this web part: it needs the address of the library, and a theme or words.';
      this.domElement.replaceChildren(hint);
      return;
    }
    const element = document.createElement('practice-learning');
    element.setAttribute('library', library.replace(/\/+$/, ''));
    if (words) element.setAttribute('search', words);
    else element.setAttribute('theme', theme.trim());
    element.setAttribute('limit', String(limit));
    this.domElement.replaceChildren(element);
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  /** Waits for “Apply”, so that the library is not asked with every key. */
  protected get disableReactivePropertyChanges(): boolean {
    return true;
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return {
      pages: [
        {
          header: { description: 'What practice reviews teach on a theme, or what a search finds.' },
          groups: [
            {
              groupFields: [
                PropertyPaneTextField('library', {
                  label: 'Address of the library',
                  placeholder: 'https://reviews.example.gov.uk',
                  onGetErrorMessage: (value) =>
                    isAddress(value) ? '' : 'An address that starts with https://',
                }),
                PropertyPaneTextField('theme', {
                  label: 'Theme',
                  description: 'The last part of the address of its page, such as parental-mental-health',
                }),
                PropertyPaneTextField('search', {
                  label: 'Or words to search for',
                  description: 'Instead of the theme, such as: unseen adults',
                }),
                PropertyPaneSlider('limit', { label: 'How many lines', min: 1, max: 10 }),
              ],
            },
          ],
        },
      ],
    };
  }
}

const isAddress = (text: string): boolean => /^https:\/\/[^/\s]+/.test(text ?? '');
