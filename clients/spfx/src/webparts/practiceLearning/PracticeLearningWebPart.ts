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
  /** How many lines. */
  limit: number;
}

/** Shows what practice reviews teach on a theme. Its answers come from the library, each time the page is shown. */
export default class PracticeLearningWebPart extends BaseClientSideWebPart<IPracticeLearningWebPartProps> {
  public render(): void {
    const { library, theme, limit } = this.properties;
    if (!isAddress(library) || !theme) {
      const hint = document.createElement('p');
      hint.textContent = 'Edit this web part: it needs the address of the library and a theme.';
      this.domElement.replaceChildren(hint);
      return;
    }
    const element = document.createElement('practice-learning');
    element.setAttribute('library', library.replace(/\/+$/, ''));
    element.setAttribute('theme', theme.trim());
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
          header: { description: 'What practice reviews teach on a theme.' },
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
